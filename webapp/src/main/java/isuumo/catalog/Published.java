package isuumo.catalog;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * The current one of a series of immutable snapshots.
 *
 * <p>Reading is one volatile load and never waits. Writers derive one after the other, each from the latest: a
 * compare-and-set loop would throw away the losers' work. What takes long and does not need the latest they do before.
 */
public final class Published<T> {
    private final ReentrantLock writers = new ReentrantLock();
    private volatile T current;
    private volatile long generation;

    public T get() {
        return current;
    }

    /** How often a snapshot was published. */
    public long generation() {
        return generation;
    }

    public void set(T snapshot) {
        publish(_ -> snapshot);
    }

    /**
     * Publishes the successor; every {@link #get} that starts after this returned sees it. Does nothing before the first
     * {@link #set}.
     */
    public void update(UnaryOperator<T> successor) {
        publish(now -> now == null ? null : successor.apply(now));
    }

    private void publish(UnaryOperator<T> successor) {
        writers.lock();
        try {
            current = successor.apply(current);
            generation++; // under the lock
        } finally {
            writers.unlock();
        }
    }
}

package isuumo.store;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * The current one of a series of immutable snapshots.
 *
 * <p>Reading is one volatile load and never waits. Writers derive one after the other, each from the latest: a
 * compare-and-set loop would throw away the losers' work, which for an upload is a whole index.
 */
public final class Published<T> {
    private final ReentrantLock writers = new ReentrantLock();
    private volatile T current;

    public T get() {
        return current;
    }

    public void set(T snapshot) {
        update(_ -> snapshot);
    }

    /** Publishes the successor; every {@link #get} that starts after this returned sees it. */
    public void update(UnaryOperator<T> successor) {
        writers.lock();
        try {
            current = successor.apply(current);
        } finally {
            writers.unlock();
        }
    }
}

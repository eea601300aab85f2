package isuumo.feed;

import isuumo.gtid.GtidSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Remembers what a feed told, waits for what it is to tell, and checks that positions never go back unannounced. */
public final class RecordingListener implements FeedListener {
    private static final long TIMEOUT_SECONDS = 60;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition told = lock.newCondition();
    private final List<String> rebuilds = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private GtidSet position = GtidSet.EMPTY;
    private volatile long appliedNanos;
    private long visible;
    private volatile Runnable observer = () -> {};

    /** Runs after each transaction, before the next is applied. */
    public void observe(Runnable next) {
        observer = next;
    }

    @Override
    public void applied(GtidSet next, boolean isVisible) {
        appliedNanos = System.nanoTime();
        observer.run();
        lock.lock();
        try {
            if (!next.covers(position)) {
                violations.add(next + " after " + position);
            }
            position = next;
            visible += isVisible ? 1 : 0;
            told.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void rebuilding(String reason) {
        lock.lock();
        try {
            rebuilds.add(reason);
            position = GtidSet.EMPTY;
            told.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** @return when that position was applied, by {@link System#nanoTime} */
    public long awaitPosition(GtidSet wanted) throws InterruptedException {
        await(() -> position.covers(wanted), "position " + wanted);
        return appliedNanos;
    }

    public void awaitRebuilds(int count) throws InterruptedException {
        await(() -> rebuilds.size() >= count, count + " rebuilds");
    }

    private void await(BooleanSupplier condition, String what) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    throw new AssertionError("no " + what + " after " + TIMEOUT_SECONDS + " s; position " + position
                            + ", rebuilds " + rebuilds);
                }
                left = told.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    public List<String> rebuilds() {
        lock.lock();
        try {
            return List.copyOf(rebuilds);
        } finally {
            lock.unlock();
        }
    }

    public List<String> violations() {
        lock.lock();
        try {
            return List.copyOf(violations);
        } finally {
            lock.unlock();
        }
    }

    public long visible() {
        lock.lock();
        try {
            return visible;
        } finally {
            lock.unlock();
        }
    }
}

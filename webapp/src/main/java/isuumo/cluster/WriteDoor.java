package isuumo.cluster;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets writes in and counts those inside, while it is open. Thread-safe. */
public final class WriteDoor {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition empty = lock.newCondition();
    private int inside;
    private boolean closed;

    /** @return false when the door is closed; else {@link #leave} must follow */
    public boolean enter() {
        lock.lock();
        try {
            inside += closed ? 0 : 1;
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    public void leave() {
        lock.lock();
        try {
            inside--;
            if (inside == 0) {
                empty.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Lets nobody in any more, and waits until everybody has left.
     *
     * @return false when somebody is still inside after that time
     */
    public boolean close(long nanos) throws InterruptedException {
        lock.lock();
        try {
            closed = true;
            for (long left = nanos; inside > 0 && left > 0;) {
                left = empty.awaitNanos(left);
            }
            return inside == 0;
        } finally {
            lock.unlock();
        }
    }

    /** Lets everybody in again. */
    public void reopen() {
        lock.lock();
        closed = false;
        lock.unlock();
    }

    /** How many are inside. */
    public int inside() {
        lock.lock();
        try {
            return inside;
        } finally {
            lock.unlock();
        }
    }
}

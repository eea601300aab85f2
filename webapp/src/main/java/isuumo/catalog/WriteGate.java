package isuumo.catalog;

import java.sql.SQLException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Keeps purchases and uploads out while the initial data is restored, and restores apart from each other.
 *
 * <p>A write holds the gate from its statement until its effect is published, so that no restored catalog is followed by
 * the publication of a sale that the restore has undone. Writes do not exclude each other; reads never come here.
 */
public final class WriteGate {
    private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

    /** Something that talks to the database. */
    public interface Action<T, E extends Exception> {
        T run() throws SQLException, E;
    }

    /** A write that is inside, until it is closed. */
    public interface Pass extends AutoCloseable {
        @Override
        void close();
    }

    /** Lets a write in, beside others. */
    public Pass enter() {
        lock.readLock().lock();
        return lock.readLock()::unlock;
    }

    /** Runs alone. */
    public <T, E extends Exception> T alone(Action<T, E> action) throws SQLException, E {
        lock.writeLock().lock();
        try {
            return action.run();
        } finally {
            lock.writeLock().unlock();
        }
    }
}

package isuumo.store;

import java.sql.SQLException;
import java.util.concurrent.locks.Lock;
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

    /** Runs beside other writes. */
    public <T, E extends Exception> T write(Action<T, E> action) throws SQLException, E {
        return run(lock.readLock(), action);
    }

    /** Runs alone. */
    public <T, E extends Exception> T alone(Action<T, E> action) throws SQLException, E {
        return run(lock.writeLock(), action);
    }

    private static <T, E extends Exception> T run(Lock lock, Action<T, E> action) throws SQLException, E {
        lock.lock();
        try {
            return action.run();
        } finally {
            lock.unlock();
        }
    }
}

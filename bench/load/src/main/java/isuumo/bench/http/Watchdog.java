package isuumo.bench.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ends requests that outlive their deadline by closing their socket: one thread for all connections, so that a request
 * itself costs two field writes and no timer, and so that a blocked connect or write ends as surely as a blocked read.
 * Deadlines are kept to within {@value #TICK_MILLIS} ms. Thread-safe.
 */
final class Watchdog implements AutoCloseable {
    private static final int TICK_MILLIS = 10;

    private final Set<Connection> watched = ConcurrentHashMap.newKeySet();
    private final Thread thread = Thread.ofPlatform().daemon().name("watchdog").unstarted(this::watch);
    private volatile boolean closed;

    static Watchdog start() {
        Watchdog watchdog = new Watchdog();
        watchdog.thread.start();
        return watchdog;
    }

    void add(Connection connection) {
        watched.add(connection);
    }

    void remove(Connection connection) {
        watched.remove(connection);
    }

    private void watch() {
        while (!closed) {
            long now = System.nanoTime();
            for (Connection connection : watched) {
                connection.closeIfLate(now);
            }
            try {
                Thread.sleep(TICK_MILLIS);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    /** Closes every open connection and stops; requests under way end as {@code DROPPED}. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        watched.forEach(Connection::close);
    }
}

package isuumo.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Connections on which a write was under way when nobody heard of it any more. To their server they may be alive: it may
 * execute later what it has received, and hold locks. Thread-safe.
 */
final class LostConnections {
    private static final int ER_NO_SUCH_THREAD = 1094;
    private static final int POLL_MILLIS = 10;

    private final Set<Opened> lost = ConcurrentHashMap.newKeySet();

    /**
     * A connection as its server knows it.
     *
     * @param thread its number there: {@code CONNECTION_ID()}
     * @param atNanos when it was taken for the write, by {@link System#nanoTime}
     */
    record Opened(long thread, long atNanos) {}

    void add(Opened connection) {
        lost.add(connection);
    }

    /** Returns when the server has ended all of them: what was under way there is then stored, or rolled back for good. */
    void end(Connection connection) throws SQLException, InterruptedException {
        for (Opened one : lost) {
            while (!startedSince(connection, one) && kill(connection, one)) {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            }
            lost.remove(one);
        }
    }

    /** Whether the server has recovered from a crash: then the number may be another connection's. */
    private static boolean startedSince(Connection connection, Opened one) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet uptime = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Uptime'")) {
            uptime.next();
            long atMostSeconds = uptime.getLong(2) + 1; // the server counts whole seconds of its clock
            return TimeUnit.SECONDS.toNanos(atMostSeconds) < System.nanoTime() - one.atNanos;
        }
    }

    /** @return false when there is no such connection any more */
    private static boolean kill(Connection connection, Opened one) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("KILL " + one.thread);
            return true;
        } catch (SQLException e) {
            if (e.getErrorCode() == ER_NO_SUCH_THREAD) {
                return false;
            }
            throw e;
        }
    }
}

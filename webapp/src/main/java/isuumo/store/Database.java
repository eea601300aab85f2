package isuumo.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;

/**
 * The two pools: writes go to the primary, reads to the replica (which may be the same server).
 *
 * <p>Thread-safe. Every statement names its tables with their database, so that the connections need no current one.
 */
public final class Database implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Database.class.getName());
    private static final int CONNECT_TIMEOUT_MILLIS = 3_000;
    /** No single statement but a full reload's takes this long; {@link InitialData} raises it there. */
    private static final int SOCKET_TIMEOUT_MILLIS = 10_000;
    private static final int BORROW_TIMEOUT_MILLIS = 5_000;
    private static final int RETRY_MILLIS = 500;
    private static final String ACCESS_DENIED = "28000";

    private final HikariDataSource primary;
    private final HikariDataSource replica;
    private final boolean sameServer;

    /** Opens no connection yet: {@link #awaitReachable} does. */
    public Database(String primaryUrl, int primaryPoolSize, String replicaUrl, int replicaPoolSize, String user,
            String password) {
        primary = new HikariDataSource(pool("primary", primaryUrl, primaryPoolSize, user, password));
        replica = new HikariDataSource(pool("replica", replicaUrl, replicaPoolSize, user, password));
        sameServer = primaryUrl.equals(replicaUrl);
    }

    private static HikariConfig pool(String name, String url, int size, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(BORROW_TIMEOUT_MILLIS);
        config.setInitializationFailTimeout(-1);
        config.setDataSourceProperties(driverProperties());
        return config;
    }

    private static Properties driverProperties() {
        Properties properties = new Properties();
        properties.put("connectTimeout", Integer.toString(CONNECT_TIMEOUT_MILLIS));
        properties.put("socketTimeout", Integer.toString(SOCKET_TIMEOUT_MILLIS));
        properties.put("connectionCollation", "utf8mb4_bin"); // the tables' own: equality is by code point
        properties.put("useServerPrepStmts", "true"); // a purchase is parsed once per connection
        properties.put("cachePrepStmts", "true");
        properties.put("rewriteBatchedStatements", "true"); // an upload is one INSERT of many rows
        properties.put("useLocalSessionState", "true"); // no round trip to learn what this side set itself
        properties.put("cacheServerConfiguration", "true");
        properties.put("maintainTimeStats", "false");
        properties.put("allowPublicKeyRetrieval", "true"); // MySQL's default login where TLS is off
        return properties;
    }

    /** For writes, and for reads that must see them at once. Auto-commit is on. */
    public Connection primary() throws SQLException {
        return primary.getConnection();
    }

    /** For reads. Auto-commit is on. */
    public Connection replica() throws SQLException {
        return replica.getConnection();
    }

    /**
     * Waits until both servers answer, and says in the log what it waits for.
     *
     * @throws DatabaseException when one does not answer in time, or refuses the account
     */
    public void awaitReachable(int waitSeconds) throws InterruptedException {
        awaitReachable(primary, waitSeconds);
        if (!sameServer) {
            awaitReachable(replica, waitSeconds);
        }
    }

    private static void awaitReachable(HikariDataSource pool, int waitSeconds) throws InterruptedException {
        long deadline = System.nanoTime() + waitSeconds * 1_000_000_000L;
        String said = "";
        while (true) {
            try (var _ = pool.getConnection()) {
                LOG.info(() -> "database " + pool.getJdbcUrl() + " answers");
                return;
            } catch (SQLException e) {
                SQLException cause = e.getCause() instanceof SQLException inner ? inner : e;
                String reason = cause.getMessage().lines().findFirst().orElse("");
                if (ACCESS_DENIED.equals(cause.getSQLState())) {
                    throw new DatabaseException("The database " + pool.getJdbcUrl() + " refuses the account: " + reason
                            + "; check ISUUMO_DB_USER and ISUUMO_DB_PASSWORD_FILE", e);
                }
                if (System.nanoTime() >= deadline) {
                    throw new DatabaseException("The database " + pool.getJdbcUrl() + " does not answer after "
                            + waitSeconds + " s (ISUUMO_DATABASE_WAIT_SECONDS): " + reason, e);
                }
                if (!reason.equals(said)) {
                    LOG.info("waiting for the database " + pool.getJdbcUrl() + ": " + reason);
                    said = reason;
                }
                Thread.sleep(RETRY_MILLIS);
            }
        }
    }

    /** Returns when the replica has executed all that the primary has committed so far. */
    public void awaitReplica() throws SQLException {
        if (!sameServer) {
            try (Connection from = primary(); Connection to = replica()) {
                Gtid.await(from, to);
            }
        }
    }

    @Override
    public void close() {
        primary.close();
        replica.close();
    }
}

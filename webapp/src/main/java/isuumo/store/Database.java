package isuumo.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import isuumo.gtid.GtidSet;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
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
    /** No single statement but a full reload's takes this long; {@link Session} raises it there. */
    private static final int SOCKET_TIMEOUT_MILLIS = 10_000;
    /** Writes come in bursts: what a pool keeps without being asked. Each connection takes a server up to megabytes. */
    private static final int IDLE_CONNECTIONS = 4;
    private static final int RETRY_MILLIS = 500;
    private static final String ACCESS_DENIED = "28000";

    private final HikariDataSource primary;
    private final HikariDataSource replica;
    private final boolean sameServer;
    private final boolean tracksCommits;
    private final OwnChanges ownChanges = new OwnChanges();
    private final LostConnections lost = new LostConnections();

    /**
     * Opens no connection yet: {@link #awaitReachable} does.
     *
     * @param tracksCommits whether writes tell their global transaction ids; else those are {@link GtidSet#EMPTY}
     */
    public Database(DatabaseServer primary, DatabaseServer replica, boolean tracksCommits) {
        HikariConfig ofPrimary = pool("primary", primary);
        if (tracksCommits) {
            ofPrimary.setConnectionInitSql(CommitTracking.START);
            ofPrimary.addDataSourceProperty(CommitTracking.DRIVER_PROPERTY, "true");
        }
        this.primary = new HikariDataSource(ofPrimary);
        this.replica = new HikariDataSource(pool("replica", replica));
        sameServer = primary.jdbcUrl().equals(replica.jdbcUrl());
        this.tracksCommits = tracksCommits;
    }

    private static HikariConfig pool(String name, DatabaseServer server) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(server.jdbcUrl());
        config.setUsername(server.user());
        config.setPassword(server.password());
        config.setMaximumPoolSize(server.poolSize());
        config.setMinimumIdle(Math.min(IDLE_CONNECTIONS, server.poolSize()));
        config.setConnectionTimeout(server.poolWaitMillis());
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
        properties.put("prepStmtCacheSqlLimit", "4096"); // so is an INSERT of RowStore's many rows
        properties.put("rewriteBatchedStatements", "true"); // which it is made of
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

    /** How many of a pool's connections are in use, and how many threads wait for one. */
    public record PoolUse(String name, int active, int idle, int waiting) {
        private static PoolUse of(HikariDataSource pool) {
            HikariPoolMXBean bean = pool.getHikariPoolMXBean();
            return new PoolUse(pool.getPoolName(), bean.getActiveConnections(), bean.getIdleConnections(),
                    bean.getThreadsAwaitingConnection());
        }
    }

    public List<PoolUse> poolUse() {
        return List.of(PoolUse.of(primary), PoolUse.of(replica));
    }

    /** What this server has changed on the primary. */
    OwnChanges ownChanges() {
        return ownChanges;
    }

    boolean tracksCommits() {
        return tracksCommits;
    }

    /** The transaction that this connection to the primary has just committed; nothing where commits are not tracked. */
    GtidSet lastCommit(Connection connection) throws SQLException {
        return tracksCommits ? CommitTracking.lastCommit(connection) : GtidSet.EMPTY;
    }

    /** All that this connection's server has executed; nothing where commits are not tracked. */
    GtidSet executed(Connection connection) throws SQLException {
        return tracksCommits ? Gtid.executed(connection) : GtidSet.EMPTY;
    }

    /** A connection to the primary on which nobody knows what became of a write. */
    void lost(LostConnections.Opened opened, Connection connection) {
        lost.add(opened);
        evict(connection);
    }

    /** Nobody gets this connection to the primary again. */
    void evict(Connection connection) {
        primary.evictConnection(connection);
    }

    /**
     * Returns when it is decided what became of every write whose outcome was unknown: the rows tell from then on.
     *
     * @return what the primary has executed then, where commits are tracked
     */
    public GtidSet decided() throws SQLException, InterruptedException {
        try (Connection connection = primary()) {
            endLost(connection);
            return executed(connection);
        }
    }

    /** By this connection to the primary, ends what is left there of those on which a write was lost. */
    void endLost(Connection connection) throws SQLException, InterruptedException {
        lost.end(connection);
    }

    /** All that the primary has executed by now. */
    public GtidSet executedOnPrimary() throws SQLException {
        try (Connection connection = primary()) {
            return executed(connection);
        }
    }

    /**
     * The same, of a server that takes writes.
     *
     * @throws SQLException when it is read-only, too
     */
    public GtidSet executedOnWritablePrimary() throws SQLException {
        try (Connection connection = primary()) {
            if (Gtid.isReadOnly(connection)) {
                throw new SQLException("it is read-only");
            }
            return executed(connection);
        }
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

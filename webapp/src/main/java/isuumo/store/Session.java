package isuumo.store;

import com.mysql.cj.jdbc.JdbcConnection;
import isuumo.gtid.GtidSet;
import isuumo.outcome.Outcome;
import isuumo.trace.Trace;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One connection to the primary; rolls back on close whatever was not committed. {@link #write} says what became of it. */
final class Session implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Session.class.getName());
    private static final int PATIENT_MILLIS = 120_000;
    /** Each time the other transaction goes on, so that one attempt more is mostly enough. */
    private static final int ATTEMPTS = 10;
    private static final int ER_LOCK_DEADLOCK = 1213;
    private static final int ER_ERROR_DURING_COMMIT = 1180;
    /** The classes of SQL states of a connection that was lost, and of a statement that somebody ended. */
    private static final String CONNECTION_EXCEPTION = "08";
    private static final String INTERRUPTED = "70";

    private final Database database;
    private final Connection connection;
    private final LostConnections.Opened opened;
    private boolean changed = true;
    private boolean mayBeDone;

    /** What is done in a write, perhaps more than once: only {@link #decide} makes it stay. */
    interface Work<T, E extends Exception> {
        T run(Session session) throws SQLException, E;
    }

    /** A statement that commits. */
    interface Decision<T> {
        T run() throws SQLException;
    }

    Session(Database database) throws SQLException {
        this.database = database;
        connection = database.primary();
        Trace.reached("pool");
        opened = new LostConnections.Opened(connection.unwrap(JdbcConnection.class).getSession().getThreadId(),
                System.nanoTime());
    }

    /**
     * Does some work on a connection, and again if it is the victim of a deadlock.
     *
     * @throws Outcome.NotBegun when nothing of it is stored: no connection came in time, or the work failed before it
     *             {@linkplain #decide decided}, or the database answered the decision itself with an error
     * @throws Outcome.Unknown when it failed since: {@link Database#decided} is to follow
     */
    static <T, E extends Exception> T write(Database database, Work<T, E> work) throws E {
        for (int attempt = 1;; attempt++) {
            try (Session session = new Session(database)) {
                return session.run(work);
            } catch (SQLException e) {
                if (e.getErrorCode() != ER_LOCK_DEADLOCK || attempt == ATTEMPTS) {
                    throw new Outcome.NotBegun("the database failed", e);
                }
            }
        }
    }

    /** @throws SQLException when nothing is stored */
    private <T, E extends Exception> T run(Work<T, E> work) throws SQLException, E {
        try {
            return work.run(this);
        } catch (SQLException | DatabaseException e) {
            if (mayBeDone) {
                database.lost(opened, connection);
                throw new Outcome.Unknown("the database did not say what became of it", e);
            }
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    /** From now on a statement may take long. */
    void bePatient() throws SQLException {
        connection.setNetworkTimeout(Runnable::run, PATIENT_MILLIS);
    }

    void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    /** What the transaction has read, nobody else changes before it ends. */
    void beginSerializable() throws SQLException {
        execute("SET TRANSACTION ISOLATION LEVEL SERIALIZABLE");
        begin();
        changed = false;
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            changed |= statement.getUpdateCount() > 0;
        }
    }

    void run(SqlScript script, String kind) throws SQLException {
        script.execute(connection, sql -> sql.contains(kind));
        changed = true;
    }

    boolean exists(String sql) throws SQLException {
        return exists(connection, sql);
    }

    static boolean exists(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql + " LIMIT 1")) {
            return result.next();
        }
    }

    /** Runs a statement that commits: once it is sent it may be done, unless the database answers that it is not. */
    <T> T decide(Decision<T> statement) throws SQLException {
        mayBeDone = true;
        Trace.reached("statements");
        try {
            T decided = statement.run();
            Trace.reached("commit");
            return decided;
        } catch (SQLException e) {
            mayBeDone = !saysNotDone(e);
            throw e;
        }
    }

    /** A statement that was ended may have committed just before; and without a code it was not the database that spoke. */
    private static boolean saysNotDone(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return e.getErrorCode() > 0 && e.getErrorCode() != ER_ERROR_DURING_COMMIT
                && !state.startsWith(CONNECTION_EXCEPTION) && !state.startsWith(INTERRUPTED);
    }

    /** @return the transaction, where commits are tracked; of one that changed nothing there is none */
    GtidSet commit() throws SQLException {
        decide(() -> {
            connection.commit();
            return null;
        });
        return changed ? database.lastCommit(connection) : GtidSet.EMPTY;
    }

    /**
     * The pool rolls back and resets the connection; that fails only where it is lost, and then its server rolls back, and
     * the pool gets another.
     */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            database.evict(connection);
            LOG.log(Level.FINE, e, () -> "a connection was lost before it was given back");
        }
    }
}

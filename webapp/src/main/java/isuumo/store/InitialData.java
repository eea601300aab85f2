package isuumo.store;

import isuumo.data.DataDirectory;
import isuumo.gtid.GtidSet;
import isuumo.outcome.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/**
 * Brings the tables to exactly the initial rows of a data directory.
 *
 * <p>A full load takes seconds, so the initial ids and stocks are remembered in tables of their own, with a checksum of
 * everything: {@link #restore} undoes what this server knows to have changed, and compares the checksums. Only if they
 * differ does it look for added rows and sold stock in all rows, and only if they differ still (somebody changed other
 * columns, or another data directory is in use) is everything loaded again. Either way it is one transaction: on any
 * failure the tables stay as they were. Not to be called by two threads at once.
 */
public final class InitialData {
    private static final Logger LOG = Logger.getLogger(InitialData.class.getName());
    private static final int POLL_MILLIS = 200;

    private final Database database;
    private final DataDirectory data;

    public InitialData(Database database, DataDirectory data) {
        this.database = database;
        this.data = data;
    }

    /**
     * Creates missing tables, which alone takes an account that may, and, where they are empty, loads the initial rows. Rows
     * that are there stay.
     */
    public void prepare() throws SQLException {
        try (Session session = new Session(database)) {
            session.bePatient();
            createMissing(session, "/0_Schema.sql", "chair");
            createMissing(session, "/initial_data.sql", "initial_data");
            if (!holdsRows(session.connection())) {
                LOG.info("loading the initial rows from " + data.path());
                session.beginSerializable();
                load(session);
                session.commit();
            }
        }
    }

    /** @param last the table that the script creates last */
    private static void createMissing(Session session, String script, String last) throws SQLException {
        if (!hasTable(session.connection(), last)) {
            session.run(resource(script), "CREATE TABLE");
        }
    }

    /** Returns when what {@link #prepare} leaves on the primary, tables with rows, has come as far as the replica. */
    public void awaitPrepared(int waitSeconds) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(waitSeconds);
        while (!isPrepared()) {
            if (System.nanoTime() > deadline) {
                throw new DatabaseException("This host's database has no rows after " + waitSeconds
                        + " s (ISUUMO_DATABASE_WAIT_SECONDS); is the writer running, and the replication?");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private boolean isPrepared() throws SQLException {
        try (Connection connection = database.replica()) {
            return hasTable(connection, "initial_data") && (holdsRows(connection)
                    || Session.exists(connection, "SELECT 1 FROM isuumo.initial_data"));
        }
    }

    private static boolean hasTable(Connection connection, String name) throws SQLException {
        return Session.exists(connection, "SELECT 1 FROM information_schema.tables WHERE table_schema = 'isuumo' "
                + "AND table_name = '" + name + "'");
    }

    private static boolean holdsRows(Connection connection) throws SQLException {
        return Session.exists(connection, "SELECT 1 FROM isuumo.chair")
                || Session.exists(connection, "SELECT 1 FROM isuumo.estate");
    }

    /**
     * The initial rows, restored.
     *
     * @param executed what the primary has executed then, where commits are tracked: a host that has it shows them
     * @param rows which ones both tables held exactly then; empty where others may have changed them since
     */
    public record Restored(GtidSet executed, Optional<InitialRows> rows) {}

    /**
     * Restores the initial rows; durable when it returns.
     *
     * <p>What the tables hold is compared while nobody else can change them. So if the primary has executed nothing else
     * when the transaction has ended, that is what they hold then.
     *
     * @throws Outcome when they are not known to be restored
     */
    public Restored restore() throws InterruptedException {
        return Session.<Restored, InterruptedException>write(database, session -> {
            database.endLost(session.connection()); // what comes late from there would change the rows again
            session.bePatient();
            session.beginSerializable();
            Differences.undo(session, database.ownChanges());
            if (!holdsInitial(session)) {
                restoreAll(session);
            }
            Optional<InitialRows> rows = InitialRows.remembered(session.connection());
            GtidSet before = database.executed(session.connection());
            GtidSet commit = session.commit();
            database.ownChanges().clear();
            GtidSet executed = database.executed(session.connection());
            return new Restored(executed, before.plus(commit).covers(executed) ? rows : Optional.empty());
        });
    }

    private void restoreAll(Session session) throws SQLException {
        Differences.undoAll(session);
        if (!holdsInitial(session)) {
            LOG.warning("the tables differ from " + data.path() + " in more than stock and added rows; "
                    + "loading everything again");
            load(session);
        }
    }

    private boolean holdsInitial(Session session) throws SQLException {
        return InitialRows.held(session.connection())
                .filter(rows -> rows.fingerprint().equals(data.fingerprint())).isPresent();
    }

    private void load(Session session) throws SQLException {
        session.execute("DELETE FROM isuumo.chair");
        session.execute("DELETE FROM isuumo.estate");
        for (Path script : data.insertScripts()) {
            session.run(read(script), "INSERT");
        }
        session.execute("DELETE FROM isuumo.initial_chair");
        session.execute("DELETE FROM isuumo.initial_estate");
        session.execute("DELETE FROM isuumo.initial_data");
        session.execute("INSERT INTO isuumo.initial_chair SELECT id, stock FROM isuumo.chair");
        session.execute("INSERT INTO isuumo.initial_estate SELECT id FROM isuumo.estate");
        session.execute("INSERT INTO isuumo.initial_data SELECT '" + data.fingerprint() + "', (" + Checksum.OF_CHAIRS
                + "), (" + Checksum.OF_ESTATES + ")");
    }

    private static SqlScript read(Path script) {
        try {
            return SqlScript.read(script);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + script, e);
        }
    }

    private static SqlScript resource(String name) {
        try (InputStream in = InitialData.class.getResourceAsStream(name)) {
            return new SqlScript(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

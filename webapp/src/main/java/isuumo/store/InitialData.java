package isuumo.store;

import isuumo.data.DataDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/**
 * Brings the tables to exactly the initial rows of a data directory.
 *
 * <p>A full load takes seconds, so the initial ids and stocks are remembered in tables of their own, with a checksum of
 * everything: {@link #restore} removes what was added, puts back the stock, and compares the checksums. Only if they
 * differ (somebody changed other columns, or another data directory is in use) is everything loaded again. Either way
 * it is one transaction: on any failure the tables stay as they were. Not to be called by two threads at once.
 */
public final class InitialData {
    private static final Logger LOG = Logger.getLogger(InitialData.class.getName());
    private static final int POLL_MILLIS = 200;
    private static final int FULL_LOAD_TIMEOUT_MILLIS = 120_000;

    private final Database database;
    private final DataDirectory data;

    public InitialData(Database database, DataDirectory data) {
        this.database = database;
        this.data = data;
    }

    /** Creates missing tables and, where they are empty, loads the initial rows. Rows that are there stay. */
    public void prepare() throws SQLException {
        try (Session session = new Session(database.primary())) {
            if (!session.exists("SELECT 1 FROM information_schema.tables WHERE table_schema = 'isuumo' "
                    + "AND table_name = 'chair'")) {
                session.run(resource("/0_Schema.sql"), "CREATE TABLE");
            }
            session.run(resource("/initial_data.sql"), "CREATE TABLE");
            if (!session.exists("SELECT 1 FROM isuumo.chair") && !session.exists("SELECT 1 FROM isuumo.estate")) {
                LOG.info("loading the initial rows from " + data.path());
                session.begin();
                load(session);
                session.commit();
            }
        }
    }

    /** Returns when what {@link #prepare} creates on the primary has come as far as the replica. */
    public void awaitPrepared(int waitSeconds) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(waitSeconds);
        while (!isPrepared()) {
            if (System.nanoTime() > deadline) {
                throw new DatabaseException("This host's database has no tables after " + waitSeconds
                        + " s (ISUUMO_DATABASE_WAIT_SECONDS); is the writer running, and the replication?");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private boolean isPrepared() throws SQLException {
        try (Session session = new Session(database.replica())) {
            return session.exists("SELECT 1 FROM information_schema.tables WHERE table_schema = 'isuumo' "
                    + "AND table_name = 'initial_data'");
        }
    }

    /**
     * Restores the initial rows; durable when it returns.
     *
     * @return what the primary has executed then, where commits are tracked: a host that has it shows the initial rows
     */
    public GtidSet restore() throws SQLException {
        try (Session session = new Session(database.primary())) {
            session.begin();
            if (!restoreDifferences(session)) {
                LOG.warning("the tables differ from " + data.path() + " in more than stock and added rows; "
                        + "loading everything again");
                load(session);
            }
            session.commit();
            return database.executed(session.connection());
        }
    }

    /** @return whether the tables hold exactly the initial rows now */
    private boolean restoreDifferences(Session session) throws SQLException {
        session.execute("DELETE chair FROM isuumo.chair AS chair "
                + "LEFT JOIN isuumo.initial_chair AS initial ON initial.id = chair.id WHERE initial.id IS NULL");
        session.execute("DELETE estate FROM isuumo.estate AS estate "
                + "LEFT JOIN isuumo.initial_estate AS initial ON initial.id = estate.id WHERE initial.id IS NULL");
        session.execute("UPDATE isuumo.chair AS chair JOIN isuumo.initial_chair AS initial ON initial.id = chair.id "
                + "SET chair.stock = initial.stock WHERE chair.stock <> initial.stock");
        return session.exists("SELECT 1 FROM isuumo.initial_data WHERE fingerprint = '" + data.fingerprint()
                + "' AND chair_checksum = (" + Checksum.OF_CHAIRS + ") AND estate_checksum = (" + Checksum.OF_ESTATES
                + ")");
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

    /** The content of a table as one text: row count, sum and exclusive or of each row's CRC-32. */
    private static final class Checksum {
        static final String OF_CHAIRS = of("chair", "id, name, description, thumbnail, price, height, width, depth, "
                + "color, features, kind, popularity, stock");
        static final String OF_ESTATES = of("estate", "id, name, description, thumbnail, address, latitude, "
                + "longitude, rent, door_height, door_width, features, popularity");

        private static String of(String table, String columns) {
            return "SELECT CONCAT_WS('-', COUNT(*), SUM(crc), BIT_XOR(crc)) FROM (SELECT CRC32(CONCAT_WS('\\n', "
                    + columns + ")) AS crc FROM isuumo." + table + ") AS crcs";
        }
    }

    /** One connection with a long timeout; rolls back on close whatever was not committed. */
    private record Session(Connection connection, int usualTimeoutMillis) implements AutoCloseable {
        Session(Connection connection) throws SQLException {
            this(connection, connection.getNetworkTimeout());
            connection.setNetworkTimeout(Runnable::run, FULL_LOAD_TIMEOUT_MILLIS);
        }

        void begin() throws SQLException {
            connection.setAutoCommit(false);
        }

        void execute(String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        void run(SqlScript script, String kind) throws SQLException {
            script.execute(connection, sql -> sql.contains(kind));
        }

        boolean exists(String sql) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery(sql + " LIMIT 1")) {
                return result.next();
            }
        }

        void commit() throws SQLException {
            connection.commit();
            connection.setAutoCommit(true);
        }

        @Override
        public void close() throws SQLException {
            try (connection) {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
                connection.setNetworkTimeout(Runnable::run, usualTimeoutMillis);
            }
        }
    }
}

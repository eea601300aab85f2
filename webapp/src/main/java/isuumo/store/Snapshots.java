package isuumo.store;

import isuumo.gtid.GtidSet;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Reads both tables as the replica has them at one moment. Thread-safe. */
public final class Snapshots {
    private final Database database;

    /** What is done with a snapshot. */
    public interface Reading<T> {
        T of(Snapshot rows) throws SQLException;
    }

    public Snapshots(Database database) {
        this.database = database;
    }

    /** @return empty, and nothing read, when the replica has not executed all of {@code atLeast} */
    public <T> Optional<T> read(GtidSet atLeast, Reading<T> reading) throws SQLException {
        try (Connection connection = database.replica(); Statement statement = connection.createStatement()) {
            GtidSet position = begin(connection, statement);
            try {
                return position.covers(atLeast)
                        ? Optional.of(reading.of(new Snapshot(connection, position, database.ownChanges())))
                        : Optional.empty();
            } finally {
                statement.execute("COMMIT");
            }
        }
    }

    /**
     * Starts a read view of all tables, and tells its position where commits are tracked.
     *
     * <p>MySQL adds a transaction to gtid_executed after it is visible, so what is read before the view is in the view.
     * MariaDB adds it to gtid_binlog_pos before, so the view itself must be asked where in the log it stands
     * (<a href="https://mariadb.com/kb/en/enhancements-for-start-transaction-with-consistent-snapshot/">reference</a>);
     * to gtid_slave_pos it adds it after.
     */
    private GtidSet begin(Connection connection, Statement statement) throws SQLException {
        if (!database.tracksCommits()) {
            startView(statement);
            return GtidSet.EMPTY;
        }
        boolean mariaDb = Gtid.isMariaDb(connection);
        GtidSet before = GtidSet.parse(single(statement,
                mariaDb ? "SELECT @@GLOBAL.gtid_slave_pos" : "SELECT @@GLOBAL.gtid_executed"));
        startView(statement);
        if (!mariaDb) {
            return before;
        }
        String log = single(statement, "SELECT BINLOG_GTID_POS(f.variable_value, p.variable_value) "
                + "FROM information_schema.session_status AS f, information_schema.session_status AS p "
                + "WHERE f.variable_name = 'BINLOG_SNAPSHOT_FILE' AND p.variable_name = 'BINLOG_SNAPSHOT_POSITION'");
        if (log == null) {
            throw new DatabaseException("The replica cannot tell where in its log a snapshot stands; set log_bin");
        }
        return before.plus(GtidSet.parse(log));
    }

    private static void startView(Statement statement) throws SQLException {
        statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
    }

    private static String single(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getString(1) : null;
        }
    }
}

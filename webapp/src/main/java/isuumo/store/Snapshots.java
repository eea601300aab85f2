package isuumo.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** Reads both tables as the replica has them at one moment. Thread-safe. */
public final class Snapshots {
    private final Database database;
    private final ChairTable chairs;
    private final EstateTable estates;

    /**
     * @param position transactions that the rows hold; the rows may hold later ones beside, but none of these is missing.
     *            Empty where commits are not tracked
     */
    public record Snapshot(GtidSet position, List<ChairRow> chairs, List<EstateRow> estates) {}

    public Snapshots(Database database) {
        this.database = database;
        chairs = new ChairTable(database);
        estates = new EstateTable(database);
    }

    /** @return empty when the replica has not executed all of {@code atLeast} */
    public Optional<Snapshot> read(GtidSet atLeast) throws SQLException {
        try (Connection connection = database.replica(); Statement statement = connection.createStatement()) {
            GtidSet position = database.tracksCommits() ? begin(connection, statement) : GtidSet.EMPTY;
            try {
                return position.covers(atLeast)
                        ? Optional.of(new Snapshot(position, chairs.readAll(connection), estates.readAll(connection)))
                        : Optional.empty();
            } finally {
                statement.execute("COMMIT");
            }
        }
    }

    /**
     * Starts a read view of both tables.
     *
     * <p>MySQL adds a transaction to gtid_executed after it is visible, so what is read before the view is in the view.
     * MariaDB adds it to gtid_binlog_pos before, so the view itself must be asked where in the log it stands
     * (<a href="https://mariadb.com/kb/en/enhancements-for-start-transaction-with-consistent-snapshot/">reference</a>);
     * to gtid_slave_pos it adds it after.
     */
    private static GtidSet begin(Connection connection, Statement statement) throws SQLException {
        boolean mariaDb = Gtid.isMariaDb(connection);
        GtidSet before = GtidSet.parse(single(statement,
                mariaDb ? "SELECT @@GLOBAL.gtid_slave_pos" : "SELECT @@GLOBAL.gtid_executed"));
        statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
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

    private static String single(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            return result.next() ? result.getString(1) : null;
        }
    }
}

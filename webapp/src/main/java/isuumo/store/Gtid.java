package isuumo.store;

import isuumo.gtid.GtidSet;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Causal reads from a replica: wait until it has executed the primary's global transaction ids.
 *
 * <p>The statements differ: <a href="https://dev.mysql.com/doc/refman/8.4/en/gtid-functions.html">MySQL</a>,
 * <a href="https://mariadb.com/kb/en/master_gtid_wait/">MariaDB</a>. Both functions return 0 when the position is reached.
 */
final class Gtid {
    private static final int TIMEOUT_SECONDS = 9; // below the socket's, so that the server's answer is seen

    private static final String SERVER = "SELECT @@server_id";

    private Gtid() {}

    static boolean isMariaDb(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductVersion().contains("MariaDB");
    }

    /** All that the server has executed. */
    static GtidSet executed(Connection connection) throws SQLException {
        if (!isMariaDb(connection)) {
            return GtidSet.parse(single(connection, "SELECT @@GLOBAL.gtid_executed"));
        }
        GtidSet logged = GtidSet.parse(single(connection, "SELECT @@GLOBAL.gtid_binlog_pos"));
        return logged.plus(GtidSet.parse(single(connection, "SELECT @@GLOBAL.gtid_slave_pos")));
    }

    /** Whether the server takes writes from nobody but replication and its administrators. */
    static boolean isReadOnly(Connection connection) throws SQLException {
        return !single(connection, "SELECT @@GLOBAL.read_only").equals("0");
    }

    static void await(Connection primary, Connection replica) throws SQLException {
        boolean mariaDb = isMariaDb(primary);
        if (mariaDb && single(primary, SERVER).equals(single(replica, SERVER))) {
            return; // one server under two addresses; the wait is for a replica's own thread
        }
        String position = single(primary, mariaDb ? "SELECT @@gtid_current_pos" : "SELECT @@GLOBAL.gtid_executed");
        String wait = mariaDb ? "SELECT MASTER_GTID_WAIT(?, ?)" : "SELECT WAIT_FOR_EXECUTED_GTID_SET(?, ?)";
        try (PreparedStatement statement = replica.prepareStatement(wait)) {
            statement.setString(1, position);
            statement.setInt(2, TIMEOUT_SECONDS);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                if (result.getInt(1) != 0 || result.wasNull()) {
                    throw new DatabaseException("The replica has not executed " + position + " after "
                            + TIMEOUT_SECONDS + " s; is its replication running?");
                }
            }
        }
    }

    private static String single(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}

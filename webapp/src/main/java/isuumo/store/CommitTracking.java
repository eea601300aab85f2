package isuumo.store;

import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.protocol.ServerSessionStateController;
import com.mysql.cj.protocol.ServerSessionStateController.SessionStateChange;
import isuumo.gtid.GtidSet;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Learns a commit's global transaction id from the answer to the commit itself: no round trip more.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/session-state-tracking.html">MySQL</a>
 * @see <a href="https://mariadb.com/kb/en/session_track_system_variables/">MariaDB</a>
 */
final class CommitTracking {
    /** For each new connection. One text for both: a server reads its own form of comment as a statement's part. */
    static final String START = "SET /*!80000 SESSION session_track_gtids = OWN_GTID */"
            + "/*M!101100 SESSION session_track_system_variables = 'last_gtid' */";
    /** The driver's property that makes it keep the session's changes. */
    static final String DRIVER_PROPERTY = "trackSessionState";

    private CommitTracking() {}

    /** @throws DatabaseException when the connection's last answer named none */
    static GtidSet lastCommit(Connection connection) throws SQLException {
        var changes = connection.unwrap(JdbcConnection.class).getServerSessionStateController()
                .getSessionStateChanges();
        for (SessionStateChange change : changes.getSessionStateChangesList()) {
            List<String> values = change.getValues();
            boolean ofMariaDb = change.getType() == ServerSessionStateController.SESSION_TRACK_SYSTEM_VARIABLES
                    && "last_gtid".equals(values.getFirst());
            if (ofMariaDb || change.getType() == ServerSessionStateController.SESSION_TRACK_GTIDS) {
                return GtidSet.parse(values.getLast());
            }
        }
        throw new DatabaseException("The primary committed without a global transaction id, by which the other hosts "
                + "know what they must show; set log_bin, and on MySQL gtid_mode=ON and enforce_gtid_consistency=ON");
    }
}

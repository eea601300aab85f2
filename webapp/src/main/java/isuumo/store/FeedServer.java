package isuumo.store;

import com.mysql.cj.conf.ConnectionUrl;
import com.mysql.cj.conf.HostInfo;
import isuumo.gtid.GtidSet;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The database server whose row events are followed: the one at the replica's URL. Thread-safe.
 *
 * <p>Its questions go over connections of their own: a pool is slow to notice that a server is back.
 *
 * @param account who follows, and asks
 */
public record FeedServer(DatabaseServer server, FeedAccount account) {
    private static final String TLS_BY_DEFAULT = "PREFERRED"; // the driver's own default
    private static final String TIMEOUT_MILLIS = "2000";

    public String host() {
        return address().getHost();
    }

    public int port() {
        return address().getPort();
    }

    /** The URL's {@code sslMode}. */
    public String tlsMode() {
        return address().getHostProperties().getOrDefault("sslMode", TLS_BY_DEFAULT);
    }

    private HostInfo address() {
        return ConnectionUrl.getConnectionUrlInstance(server.jdbcUrl(), new Properties()).getMainHost();
    }

    /** Without a current database: the account needs no rights there. */
    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.put("user", account.user());
        properties.put("password", account.password());
        properties.put("connectTimeout", TIMEOUT_MILLIS);
        properties.put("socketTimeout", TIMEOUT_MILLIS);
        properties.put("sslMode", tlsMode());
        properties.put("allowPublicKeyRetrieval", "true");
        String host = host().contains(":") ? "[" + host() + "]" : host();
        return DriverManager.getConnection("jdbc:mysql://" + host + ":" + port() + "/", properties);
    }

    /** All that the server has executed. */
    public GtidSet executed() throws SQLException {
        try (Connection connection = connect()) {
            return Gtid.executed(connection);
        }
    }

    /**
     * Returns when the server's log can be followed.
     *
     * @throws DatabaseException naming each setting without which a row event does not tell what a catalog needs, or
     *             tagged transactions, of which the library that reads the log knows nothing
     */
    public void requireSettings() throws SQLException {
        Map<String, String> wrong = new TreeMap<>();
        try (Connection connection = connect()) {
            Map<String, String> actual = variables(connection);
            required(Gtid.isMariaDb(connection)).forEach((name, right) -> {
                if (actual.containsKey(name) && !actual.get(name).equalsIgnoreCase(right)) {
                    wrong.put(name + "=" + right, actual.get(name));
                }
            });
            GtidSet executed = Gtid.executed(connection);
            if (executed.hasTags()) {
                throw new DatabaseException(
                        "The database " + server.jdbcUrl() + " has executed transactions with tags, "
                                + "which the change feed cannot follow: " + executed);
            }
        }
        if (!wrong.isEmpty()) {
            throw new DatabaseException(
                    "The database " + server.jdbcUrl() + " does not log what the change feed needs: "
                            + "set " + String.join(", ", wrong.keySet()) + "; they are " + wrong.values());
        }
    }

    private static Map<String, String> required(boolean mariaDb) {
        Map<String, String> required = new TreeMap<>(Map.of("log_bin", "ON", "binlog_format", "ROW",
                "binlog_row_image", "FULL", "binlog_row_metadata", "FULL"));
        required.putAll(mariaDb
                ? Map.of("log_slave_updates", "ON", "log_bin_compress", "OFF")
                : Map.of("log_replica_updates", "ON", "gtid_mode", "ON", "binlog_transaction_compression", "OFF"));
        return required;
    }

    private static Map<String, String> variables(Connection connection) throws SQLException {
        Map<String, String> variables = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SHOW GLOBAL VARIABLES")) {
            while (result.next()) {
                variables.put(result.getString(1), result.getString(2));
            }
        }
        return variables;
    }
}

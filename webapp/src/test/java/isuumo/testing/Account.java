package isuumo.testing;

import isuumo.store.DatabaseServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Where a database is and who may use it. */
public record Account(String jdbcUrl, String user, String password) {
    public DatabaseServer server(int poolSize) {
        return new DatabaseServer(jdbcUrl, user, password, poolSize, 5_000);
    }

    /** A plain connection, not the server's pool; strings are compared code point by code point. */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.put("user", user);
        properties.put("password", password);
        properties.put("connectionCollation", "utf8mb4_bin");
        properties.put("useServerPrepStmts", "true");
        properties.put("cachePrepStmts", "true");
        properties.put("allowPublicKeyRetrieval", "true");
        return DriverManager.getConnection(jdbcUrl, properties);
    }

    public void execute(String... statements) throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first column of the first row. */
    public String single(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.next() ? result.getString(1) : null;
        }
    }
}

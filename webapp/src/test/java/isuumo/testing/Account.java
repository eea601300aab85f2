package isuumo.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Where a database is and who may use it. */
public record Account(String jdbcUrl, String user, String password) {
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
}

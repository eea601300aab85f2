package isuumo.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Which rows are the initial ones, as the database remembers it.
 *
 * @param fingerprint of the data directory that they came from
 * @param chairs {@link Checksum} of table {@code chair} when it holds them
 * @param estates the same of table {@code estate}
 */
public record InitialRows(String fingerprint, String chairs, String estates) {
    private static final String REMEMBERED = "SELECT fingerprint, chair_checksum, estate_checksum FROM isuumo.initial_data";
    /** The same, if the tables hold them. */
    private static final String HELD = ifEqual(Checksum.OF_CHAIRS, Checksum.OF_ESTATES);
    private static final String HELD_BUT_FOR_STOCK = ifEqual(Checksum.OF_INITIAL_CHAIRS, Checksum.OF_INITIAL_ESTATES);

    private static String ifEqual(String chairs, String estates) {
        return REMEMBERED + " WHERE chair_checksum = (" + chairs + ") AND estate_checksum = (" + estates + ")";
    }

    static Optional<InitialRows> remembered(Connection connection) throws SQLException {
        return read(connection, REMEMBERED);
    }

    static Optional<InitialRows> held(Connection connection) throws SQLException {
        return read(connection, HELD);
    }

    /** The same, if the tables hold them but for the stock, and maybe others beside. */
    static Optional<InitialRows> heldButForStock(Connection connection) throws SQLException {
        return read(connection, HELD_BUT_FOR_STOCK);
    }

    private static Optional<InitialRows> read(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            return row.next()
                    ? Optional.of(new InitialRows(row.getString(1), row.getString(2), row.getString(3)))
                    : Optional.empty();
        }
    }
}

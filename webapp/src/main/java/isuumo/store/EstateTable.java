package isuumo.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The SQL of table {@code estate}. Thread-safe. */
public final class EstateTable {
    private static final String COLUMNS = "id, name, description, thumbnail, address, latitude, longitude, rent, "
            + "door_height, door_width, features, popularity";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM isuumo.estate";
    private static final String INSERT = "INSERT INTO isuumo.estate (" + COLUMNS
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Database database;

    public EstateTable(Database database) {
        this.database = database;
    }

    /** All estates, as the replica has them. */
    public List<EstateRow> readAll() throws SQLException {
        try (Connection connection = database.replica()) {
            return readAll(connection);
        }
    }

    List<EstateRow> readAll(Connection connection) throws SQLException {
        List<EstateRow> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(SELECT)) {
            while (result.next()) {
                rows.add(row(result));
            }
        }
        return rows;
    }

    private static EstateRow row(ResultSet r) throws SQLException {
        return new EstateRow(r.getInt(1), r.getString(2), r.getString(3), r.getString(4), r.getString(5),
                r.getDouble(6), r.getDouble(7), r.getInt(8), r.getInt(9), r.getInt(10), r.getString(11),
                r.getInt(12));
    }

    /**
     * Stores every row or none; durable when it returns.
     *
     * @return the transaction, where commits are tracked
     */
    public GtidSet insert(List<EstateRow> rows) throws SQLException, DuplicateIdException {
        return RowBatch.insert(database, INSERT, rows, EstateTable::bind);
    }

    private static void bind(PreparedStatement s, EstateRow row) throws SQLException {
        s.setInt(1, row.id());
        s.setString(2, row.name());
        s.setString(3, row.description());
        s.setString(4, row.thumbnail());
        s.setString(5, row.address());
        s.setDouble(6, row.latitude());
        s.setDouble(7, row.longitude());
        s.setInt(8, row.rent());
        s.setInt(9, row.doorHeight());
        s.setInt(10, row.doorWidth());
        s.setString(11, row.features());
        s.setInt(12, row.popularity());
    }
}

package isuumo.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The SQL of table {@code chair}. Thread-safe. */
public final class ChairTable {
    private static final String COLUMNS = "id, name, description, thumbnail, price, height, width, depth, color, "
            + "features, kind, popularity, stock";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM isuumo.chair";
    private static final String INSERT = "INSERT INTO isuumo.chair (" + COLUMNS
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    /**
     * LAST_INSERT_ID(expression) hands the new stock to the client in the statement's own answer, so that a purchase is
     * one round trip, and atomic without a transaction around it.
     */
    private static final String SELL = "UPDATE isuumo.chair SET stock = LAST_INSERT_ID(stock - 1) "
            + "WHERE id = ? AND stock > 0";

    private final Database database;

    public ChairTable(Database database) {
        this.database = database;
    }

    /** All chairs, sold-out ones too, as the replica has them. */
    public List<ChairRow> readAll() throws SQLException {
        try (Connection connection = database.replica()) {
            return readAll(connection);
        }
    }

    List<ChairRow> readAll(Connection connection) throws SQLException {
        List<ChairRow> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(SELECT)) {
            while (result.next()) {
                rows.add(row(result));
            }
        }
        return rows;
    }

    private static ChairRow row(ResultSet r) throws SQLException {
        return new ChairRow(r.getInt(1), r.getString(2), r.getString(3), r.getString(4), r.getInt(5), r.getInt(6),
                r.getInt(7), r.getInt(8), r.getString(9), r.getString(10), r.getString(11), r.getInt(12),
                r.getInt(13));
    }

    /**
     * Stores every row or none; durable when it returns.
     *
     * @return the transaction, where commits are tracked
     */
    public GtidSet insert(List<ChairRow> rows) throws SQLException, DuplicateIdException {
        return RowBatch.insert(database, INSERT, rows, ChairTable::bind);
    }

    private static void bind(PreparedStatement s, ChairRow row) throws SQLException {
        s.setInt(1, row.id());
        s.setString(2, row.name());
        s.setString(3, row.description());
        s.setString(4, row.thumbnail());
        s.setInt(5, row.price());
        s.setInt(6, row.height());
        s.setInt(7, row.width());
        s.setInt(8, row.depth());
        s.setString(9, row.color());
        s.setString(10, row.features());
        s.setString(11, row.kind());
        s.setInt(12, row.popularity());
        s.setInt(13, row.stock());
    }

    /**
     * A piece that was sold.
     *
     * @param left the stock after it
     * @param commit its transaction, where commits are tracked
     */
    public record Sale(int left, GtidSet commit) {}

    /**
     * Sells one piece, durably, in one round trip; however many buyers there are, a piece is sold once.
     *
     * @return empty when there was none to sell or no such chair
     */
    public Optional<Sale> sell(int id) throws SQLException {
        try (Connection connection = database.primary();
                PreparedStatement statement = connection.prepareStatement(SELL, Statement.RETURN_GENERATED_KEYS)) {
            statement.setInt(1, id);
            if (statement.executeUpdate() == 0) {
                return Optional.empty();
            }
            GtidSet commit = database.lastCommit(connection);
            try (ResultSet newStock = statement.getGeneratedKeys()) {
                int left = newStock.next() ? newStock.getInt(1) : 0; // the driver reports no key for 0
                return Optional.of(new Sale(left, commit));
            }
        }
    }
}

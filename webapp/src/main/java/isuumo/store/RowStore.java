package isuumo.store;

import isuumo.gtid.GtidSet;
import isuumo.outcome.Outcome;
import isuumo.table.Column;
import isuumo.table.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The SQL of one table. Thread-safe.
 *
 * @param <R> the table's row
 */
public final class RowStore<R> implements RowWrites<R> {
    private static final Pattern QUOTED_KEY = Pattern.compile("'(-?\\d+)'");
    private static final int ER_DUP_ENTRY = 1062;
    /** Of one INSERT, which is then prepared once a connection: to prepare one of 500 rows takes longer than to execute it. */
    private static final int ROWS_A_STATEMENT = 50;

    private static final int IDS_A_STATEMENT = 500;

    private final Database database;
    private final Table<R> table;
    private final String select;
    private final String insert;
    private final String sell;

    public RowStore(Database database, Table<R> table) {
        this.database = database;
        this.table = table;
        String name = "isuumo." + table.name();
        select = "SELECT " + table.columnNames() + " FROM " + name;
        insert = "INSERT INTO " + name + " (" + table.columnNames() + ") VALUES ("
                + String.join(", ", Collections.nCopies(table.columns().size(), "?")) + ")";
        sell = table.stock().map(Column::name).map(stock -> "UPDATE " + name + " SET " + stock + " = LAST_INSERT_ID("
                + stock + " - 1) WHERE id = ? AND " + stock + " > 0").orElse(null);
    }

    /** All rows, sold-out ones too, as the replica has them. */
    public List<R> readAll() throws SQLException {
        List<R> rows = new ArrayList<>();
        try (Connection connection = database.replica()) {
            RowReader.read(connection, table, select, rows::add);
        }
        return rows;
    }

    @Override
    public List<R> stored(List<Integer> ids) throws SQLException {
        List<R> rows = new ArrayList<>();
        try (Connection connection = database.primary()) {
            for (int from = 0; from < ids.size(); from += IDS_A_STATEMENT) {
                String some = ids.subList(from, Math.min(from + IDS_A_STATEMENT, ids.size())).stream()
                        .map(String::valueOf).collect(Collectors.joining(","));
                RowReader.read(connection, table, select + " WHERE id IN (" + some + ")", rows::add);
            }
        }
        return rows;
    }

    @Override
    public GtidSet insert(List<R> rows) throws DuplicateIdException {
        if (rows.isEmpty()) {
            return GtidSet.EMPTY;
        }
        rows.forEach(row -> database.ownChanges().added(table).add(table.id(row)));
        return Session.<GtidSet, DuplicateIdException>write(database, session -> {
            session.begin();
            try {
                insert(session.connection(), rows);
            } catch (SQLException e) {
                if (e.getErrorCode() == ER_DUP_ENTRY) {
                    throw new DuplicateIdException(duplicate(e), e);
                }
                throw e;
            }
            return session.commit();
        });
    }

    /** Both servers quote the key first; their other words are nobody's business outside. */
    private static String duplicate(SQLException e) {
        Matcher key = QUOTED_KEY.matcher(e.getMessage());
        return key.find() ? "id " + key.group(1) : "an id";
    }

    private void insert(Connection connection, List<R> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            for (int i = 0; i < rows.size(); i++) {
                bind(statement, rows.get(i));
                statement.addBatch();
                if ((i + 1) % ROWS_A_STATEMENT == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }

    private void bind(PreparedStatement statement, R row) throws SQLException {
        int parameter = 0;
        for (Column<R> column : table.columns()) {
            parameter++;
            switch (column) {
                case Column.Whole<R> whole -> statement.setInt(parameter, whole.of().applyAsInt(row));
                case Column.Real<R> real -> statement.setDouble(parameter, real.of().applyAsDouble(row));
                case Column.Text<R> text -> statement.setString(parameter, text.of().apply(row));
            }
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>LAST_INSERT_ID(expression) hands the new stock to the client in the statement's own answer, so that a purchase is
     * one round trip, and atomic without a transaction around it.
     */
    @Override
    public Optional<Sale> sell(int id) {
        database.ownChanges().sold(table).add(id);
        return Session.<Optional<Sale>, RuntimeException>write(database, session -> {
            try (PreparedStatement statement = session.connection().prepareStatement(sell,
                    Statement.RETURN_GENERATED_KEYS)) {
                statement.setInt(1, id);
                if (session.decide(statement::executeUpdate) == 0) {
                    return Optional.empty();
                }
                GtidSet commit = database.lastCommit(session.connection());
                try (ResultSet newStock = statement.getGeneratedKeys()) {
                    int left = newStock.next() ? newStock.getInt(1) : 0; // the driver reports no key for 0
                    return Optional.of(new Sale(left, commit));
                }
            }
        });
    }
}

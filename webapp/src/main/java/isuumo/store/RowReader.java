package isuumo.store;

import isuumo.table.Table;
import isuumo.table.Values;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;

/** The values of a result's current row, in the order of the table's columns. Confined to one thread. */
final class RowReader implements Values<SQLException> {
    private final ResultSet result;
    private int column;

    private RowReader(ResultSet result) {
        this.result = result;
    }

    /**
     * Hands on each row as it comes; none is held here.
     *
     * @param sql selects the table's columns, in their order
     */
    static <R> void read(Connection connection, Table<R> table, String sql, Consumer<R> to) throws SQLException {
        try (Statement statement = streaming(connection); ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                to.accept(table.row(new RowReader(result)));
            }
        }
    }

    /** Rows that are read come as they are asked for: all at once, a driver would hold them all beside what is made of them. */
    static Statement streaming(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        statement.setFetchSize(Integer.MIN_VALUE); // the driver's word for it
        return statement;
    }

    @Override
    public int whole() throws SQLException {
        return result.getInt(++column);
    }

    @Override
    public double real() throws SQLException {
        return result.getDouble(++column);
    }

    @Override
    public String text() throws SQLException {
        return result.getString(++column);
    }
}

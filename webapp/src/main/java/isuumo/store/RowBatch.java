package isuumo.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Inserts rows in one transaction: all of them, durably, or none. */
final class RowBatch {
    private static final int ER_DUP_ENTRY = 1062;
    /** Of one INSERT, which is then prepared once a connection: to prepare one of 500 rows takes longer than to execute it. */
    private static final int ROWS_A_STATEMENT = 50;

    /** Sets one row's values on the statement. */
    interface Binder<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }

    private RowBatch() {}

    /** @return the transaction, where commits are tracked; of no rows there is none */
    static <T> GtidSet insert(Database database, String sql, List<T> rows, Binder<T> binder)
            throws SQLException, DuplicateIdException {
        if (rows.isEmpty()) {
            return GtidSet.EMPTY;
        }
        try (Connection connection = database.primary()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < rows.size(); i++) {
                    binder.bind(statement, rows.get(i));
                    statement.addBatch();
                    if ((i + 1) % ROWS_A_STATEMENT == 0) {
                        statement.executeBatch();
                    }
                }
                statement.executeBatch();
                connection.commit();
                return database.lastCommit(connection);
            } catch (SQLException e) {
                connection.rollback();
                if (e.getErrorCode() == ER_DUP_ENTRY) {
                    throw new DuplicateIdException(e.getMessage(), e);
                }
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }
}

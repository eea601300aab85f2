package isuumo.store;

import isuumo.gtid.GtidSet;
import isuumo.outcome.Outcome;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What a table is asked to keep. Thread-safe.
 *
 * @param <R> the table's row
 */
public interface RowWrites<R> {
    /**
     * A piece that was sold.
     *
     * @param left the stock after it
     * @param commit its transaction, where commits are tracked
     */
    record Sale(int left, GtidSet commit) {}

    /**
     * Stores every row or none, in one transaction; durable when it returns.
     *
     * @return the transaction, where commits are tracked; of no rows there is none
     * @throws DuplicateIdException when nothing was stored, as a row is there already
     * @throws Outcome when it is not known to be stored
     */
    GtidSet insert(List<R> rows) throws DuplicateIdException;

    /**
     * The rows of these ids, sold-out ones too; those that are not there are left out. What a write of unknown outcome left
     * is among them after {@link Database#decided}.
     */
    List<R> stored(List<Integer> ids) throws SQLException;

    /**
     * Sells one piece, durably; however many buyers there are, a piece is sold once. Of a table with a stock.
     *
     * @return empty when there was none to sell or no such row
     * @throws Outcome when it is not known to be sold
     */
    Optional<Sale> sell(int id);
}

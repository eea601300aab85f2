package isuumo.chair;

import isuumo.gtid.GtidSet;
import isuumo.store.RowWrites;
import isuumo.table.ChairRow;
import isuumo.table.RowChange;
import isuumo.table.RowChange.StockChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The table as a database would keep it: the stock of {@link Shop#CHAIR}, one piece at first, and the log of what was
 * committed, each transaction with the next number. Thread-safe.
 */
final class MemoryTable implements RowWrites<ChairRow> {
    private static final List<GtidSet> NUMBERED = List.of(GtidSet.EMPTY, GtidSet.parse("0-1-1"), GtidSet.parse("0-1-2"),
            GtidSet.parse("0-1-3"));

    private final boolean tracked;
    private final List<List<RowChange<ChairRow>>> log = new ArrayList<>(NUMBERED.size());
    private int stock = 1;
    private boolean refused;

    /** @param tracked whether a commit tells its number; what is not tracked has none */
    MemoryTable(boolean tracked) {
        this.tracked = tracked;
    }

    private GtidSet commit(List<RowChange<ChairRow>> changes) {
        log.add(changes);
        return tracked ? upTo(log.size()) : GtidSet.EMPTY;
    }

    /** The first so many transactions. */
    static GtidSet upTo(int count) {
        return NUMBERED.get(count);
    }

    /** All transactions, in order. */
    synchronized List<List<RowChange<ChairRow>>> log() {
        return List.copyOf(log);
    }

    @Override
    public synchronized GtidSet insert(List<ChairRow> rows) {
        return commit(RowChange.inserted(rows));
    }

    @Override
    public List<ChairRow> stored(List<Integer> ids) {
        throw new UnsupportedOperationException("what became of a write is always known here");
    }

    @Override
    public synchronized Optional<Sale> sell(int id) {
        refused |= stock == 0;
        return stock == 0 ? Optional.empty() : Optional.of(new Sale(stock - 1, put(stock - 1)));
    }

    /** Whether a buyer found nothing. */
    synchronized boolean hasRefused() {
        return refused;
    }

    /** Sets the stock, as somebody else than this server would. */
    synchronized GtidSet put(int pieces) {
        GtidSet commit = commit(List.of(new StockChanged<>(Shop.CHAIR, stock, pieces)));
        stock = pieces;
        return commit;
    }

    synchronized int stock() {
        return stock;
    }
}

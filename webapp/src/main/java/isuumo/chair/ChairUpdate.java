package isuumo.chair;

import isuumo.store.ChairRow;
import isuumo.store.RowChange;
import isuumo.store.RowChange.Deleted;
import isuumo.store.RowChange.Inserted;
import isuumo.store.RowChange.StockChanged;
import isuumo.store.RowChange.Updated;
import isuumo.store.RowOverlay;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** A transaction's changes, summed up for the catalog that they come to. Confined to one thread. */
final class ChairUpdate {
    private final RowOverlay<ChairRow> rows;
    private final Map<Integer, Boolean> inStock = new HashMap<>();

    /** @param inCatalog whether the catalog has a chair of that id */
    ChairUpdate(IntPredicate inCatalog, List<RowChange<ChairRow>> changes) {
        rows = new RowOverlay<>(inCatalog);
        changes.forEach(this::add);
    }

    private void add(RowChange<ChairRow> change) {
        switch (change) {
            case Inserted<ChairRow>(ChairRow row) -> {
                if (rows.insert(row.id(), row)) {
                    inStock.put(row.id(), row.stock() > 0);
                }
            }
            case Updated<ChairRow>(ChairRow row, StockChanged<ChairRow> stock) -> {
                if (!rows.exists(row.id())) {
                    inStock.put(row.id(), row.stock() > 0);
                }
                rows.replace(row.id(), row);
                add(stock);
            }
            case Deleted<ChairRow>(int id) -> {
                rows.delete(id);
                inStock.remove(id);
            }
            case StockChanged<ChairRow> stock -> {
                if (stock.visible()) { // a sale that leaves stock may come after the last piece was sold
                    inStock.put(stock.id(), stock.backInStock());
                }
            }
        }
    }

    boolean changesRows() {
        return !rows.isEmpty();
    }

    /** The chairs to add, once the {@link #dropped} are taken away. */
    List<ChairRow> stored() {
        return rows.stored();
    }

    /** The catalog's chairs that are gone or replaced. */
    Set<Integer> dropped() {
        return rows.dropped();
    }

    /** Whether in stock after it, for those chairs where it says so. */
    Map<Integer, Boolean> inStock() {
        return inStock;
    }
}

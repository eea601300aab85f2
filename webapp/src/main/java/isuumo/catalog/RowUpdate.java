package isuumo.catalog;

import isuumo.table.RowChange;
import isuumo.table.RowChange.Deleted;
import isuumo.table.RowChange.Inserted;
import isuumo.table.RowChange.StockChanged;
import isuumo.table.RowChange.Updated;
import isuumo.table.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What a transaction's changes leave to do on a catalog that may know some of them already.
 *
 * <p>A catalog is never behind the changes it gets, but may be ahead: it was built from newer rows, or shows this server's
 * own write before the change feed brings it. So a row that is inserted but there already stays as it is: whatever
 * made it differ comes later in the same feed. Confined to one thread.
 *
 * @param <R> the table's row
 */
final class RowUpdate<R> {
    private final Table<R> table;
    private final IntPredicate inCatalog;
    private final Map<Integer, R> stored = new LinkedHashMap<>();
    private final Set<Integer> dropped = new HashSet<>();
    private final Map<Integer, Boolean> shown = new HashMap<>();

    /** @param inCatalog whether the catalog has an item of that id */
    RowUpdate(Table<R> table, IntPredicate inCatalog, List<RowChange<R>> changes) {
        this.table = table;
        this.inCatalog = inCatalog;
        changes.forEach(this::add);
    }

    private void add(RowChange<R> change) {
        switch (change) {
            case Inserted<R>(R row) -> {
                if (!exists(table.id(row))) {
                    put(row);
                }
            }
            case Updated<R>(R row, StockChanged<R> stock) -> {
                boolean wasThere = exists(table.id(row));
                drop(table.id(row));
                if (wasThere) { // and stays shown, or hidden
                    stored.put(table.id(row), row);
                } else {
                    put(row);
                }
                if (stock != null) {
                    add(stock);
                }
            }
            case Deleted<R>(int id) -> {
                drop(id);
                shown.remove(id);
            }
            case StockChanged<R> stock -> {
                if (stock.visible()) { // a sale that leaves stock may come after the last piece was sold
                    shown.put(stock.id(), stock.backInStock());
                }
            }
        }
    }

    private boolean exists(int id) {
        return stored.containsKey(id) || inCatalog.test(id) && !dropped.contains(id);
    }

    private void put(R row) {
        stored.put(table.id(row), row);
        shown.put(table.id(row), table.inStock(row));
    }

    private void drop(int id) {
        stored.remove(id);
        if (inCatalog.test(id)) {
            dropped.add(id);
        }
    }

    /** The rows to add, once those of {@link #dropped} are taken away. */
    List<R> stored() {
        return List.copyOf(stored.values());
    }

    /** The catalog's items that are gone or replaced. */
    Set<Integer> dropped() {
        return dropped;
    }

    /** Whether shown after it, for those items where it says so. */
    Map<Integer, Boolean> shown() {
        return shown;
    }
}

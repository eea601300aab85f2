package isuumo.store;

import isuumo.table.RowChange;
import isuumo.table.RowChange.Inserted;
import isuumo.table.RowChange.StockChanged;
import isuumo.table.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ids of rows that are not as they were initially, as far as this server knows: where {@code POST /initialize} looks first.
 * It may lack what others changed, and hold what has not changed at all. Thread-safe.
 */
final class OwnChanges {
    private final Map<String, Set<Integer>> addedByTable = new ConcurrentHashMap<>();
    private final Map<String, Set<Integer>> soldByTable = new ConcurrentHashMap<>();

    /** To be added to before the statement: its answer may be lost. */
    Set<Integer> added(Table<?> table) {
        return addedByTable.computeIfAbsent(table.name(), _ -> ConcurrentHashMap.newKeySet());
    }

    /** To be added to before the statement. */
    Set<Integer> sold(Table<?> table) {
        return soldByTable.computeIfAbsent(table.name(), _ -> ConcurrentHashMap.newKeySet());
    }

    /** To be called when it was read what has changed. */
    <R> void found(Table<R> table, List<RowChange<R>> changes) {
        for (RowChange<R> change : changes) {
            if (change instanceof Inserted<R>(R row)) {
                added(table).add(table.id(row));
            } else if (change instanceof StockChanged<R> stock) {
                sold(table).add(stock.id());
            }
        }
    }

    /** All rows are as they were initially. */
    void clear() {
        addedByTable.clear();
        soldByTable.clear();
    }
}

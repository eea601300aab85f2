package isuumo.feed;

import isuumo.gtid.GtidSet;
import isuumo.table.RowChange;
import isuumo.table.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What one transaction did to the tables that are followed, in its order.
 *
 * @param id the one transaction
 * @param changesByTable each of the table's own rows: see {@link #changes}
 */
public record Transaction(GtidSet id, Map<Table<?>, ? extends List<? extends RowChange<?>>> changesByTable) {
    @SuppressWarnings("unchecked") // as the map says of itself
    public <R> List<RowChange<R>> changes(Table<R> table) {
        return (List<RowChange<R>>) changesByTable.get(table);
    }

    /** Whether readers may see a difference. */
    public boolean visible() {
        return changesByTable.values().stream().flatMap(Collection::stream).anyMatch(RowChange::visible);
    }
}

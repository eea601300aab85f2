package isuumo.feed;

import com.github.shyiko.mysql.binlog.event.DeleteRowsEventData;
import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import com.github.shyiko.mysql.binlog.event.UpdateRowsEventData;
import com.github.shyiko.mysql.binlog.event.WriteRowsEventData;
import isuumo.store.RowChange;
import isuumo.store.RowChange.Deleted;
import isuumo.store.RowChange.Inserted;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Reads one table's row events, by the names of its columns: their order, or one more, does not matter. Confined to the
 * feed's thread.
 *
 * @param <R> the table's row
 */
abstract class TableRows<R> {
    private final String table;
    private final List<String> columns;
    private List<String> namesInEvents = List.of();
    private int[] place = {};
    private List<RowChange<R>> changes = new ArrayList<>();

    /** @param columns those that a row is made of, {@code id} first */
    TableRows(String table, List<String> columns) {
        this.table = table;
        this.columns = columns;
    }

    abstract R row(Serializable[] values);

    /** A row was changed in place: its id is the same. */
    abstract RowChange<R> changed(Serializable[] before, Serializable[] after);

    String table() {
        return table;
    }

    /** The changes since the last call. */
    List<RowChange<R>> take() {
        List<RowChange<R>> taken = changes;
        changes = new ArrayList<>();
        return taken;
    }

    int size() {
        return changes.size();
    }

    /** What the rows that follow look like. */
    void describe(TableMapEventData event) throws LostTrackException {
        List<String> names = event.getEventMetadata() == null ? null : event.getEventMetadata().getColumnNames();
        if (names == null) {
            throw new LostTrackException("an event of table " + table + " does not name its columns; set "
                    + "binlog_row_metadata=FULL");
        }
        if (!names.equals(namesInEvents)) {
            place = columns.stream().mapToInt(names::indexOf).toArray();
            namesInEvents = names;
            List<String> missing = columns.stream().filter(column -> !names.contains(column)).toList();
            if (!missing.isEmpty()) {
                namesInEvents = List.of();
                throw new LostTrackException("table " + table + " has no column " + missing + "; it has " + names);
            }
        }
    }

    void inserted(WriteRowsEventData event) throws LostTrackException {
        requireWhole(event.getIncludedColumns());
        for (Serializable[] values : event.getRows()) {
            changes.add(new Inserted<>(row(values)));
        }
    }

    void deleted(DeleteRowsEventData event) throws LostTrackException {
        requireWhole(event.getIncludedColumns());
        for (Serializable[] values : event.getRows()) {
            changes.add(new Deleted<>(integer(values, 0)));
        }
    }

    void updated(UpdateRowsEventData event) throws LostTrackException {
        requireWhole(event.getIncludedColumnsBeforeUpdate());
        requireWhole(event.getIncludedColumns());
        for (Map.Entry<Serializable[], Serializable[]> images : event.getRows()) {
            Serializable[] before = images.getKey();
            Serializable[] after = images.getValue();
            if (integer(before, 0) == integer(after, 0)) {
                changes.add(changed(before, after));
            } else {
                changes.add(new Deleted<>(integer(before, 0)));
                changes.add(new Inserted<>(row(after)));
            }
        }
    }

    private void requireWhole(BitSet columnsInEvent) throws LostTrackException {
        if (columnsInEvent.cardinality() != namesInEvents.size()) {
            throw new LostTrackException("an event of table " + table + " has " + columnsInEvent.cardinality() + " of "
                    + namesInEvents.size() + " columns; set binlog_row_image=FULL");
        }
    }

    /** @param column its position in the constructor's list */
    Serializable value(Serializable[] values, int column) {
        return values[place[column]];
    }

    int integer(Serializable[] values, int column) {
        return ((Number) value(values, column)).intValue();
    }

    double real(Serializable[] values, int column) {
        return ((Number) value(values, column)).doubleValue();
    }

    /** Texts come as the bytes that are stored: utf8mb4. */
    String text(Serializable[] values, int column) {
        return new String((byte[]) value(values, column), StandardCharsets.UTF_8);
    }
}

package isuumo.feed;

import com.github.shyiko.mysql.binlog.event.DeleteRowsEventData;
import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import com.github.shyiko.mysql.binlog.event.UpdateRowsEventData;
import com.github.shyiko.mysql.binlog.event.WriteRowsEventData;
import isuumo.table.Column;
import isuumo.table.RowChange;
import isuumo.table.RowChange.Deleted;
import isuumo.table.RowChange.Inserted;
import isuumo.table.RowChange.StockChanged;
import isuumo.table.RowChange.Updated;
import isuumo.table.Table;
import isuumo.table.Values;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads one table's row events, by the names of its columns: their order, or one more, does not matter. Confined to the
 * feed's thread.
 *
 * @param <R> the table's row
 */
final class TableRows<R> {
    private final Table<R> table;
    private final List<String> columns;
    /** Of the stock; -1 where there is none. */
    private final int stock;
    private List<String> namesInEvents = List.of();
    private int[] place = {};
    private List<RowChange<R>> changes = new ArrayList<>();

    TableRows(Table<R> table) {
        this.table = table;
        columns = table.columns().stream().map(Column::name).toList();
        stock = table.stock().map(table.columns()::indexOf).orElse(-1);
    }

    Table<R> table() {
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
            throw new LostTrackException("an event of table " + table.name() + " does not name its columns; set "
                    + "binlog_row_metadata=FULL");
        }
        if (!names.equals(namesInEvents)) {
            place = columns.stream().mapToInt(names::indexOf).toArray();
            namesInEvents = names;
            List<String> missing = columns.stream().filter(column -> !names.contains(column)).toList();
            if (!missing.isEmpty()) {
                namesInEvents = List.of();
                throw new LostTrackException(
                        "table " + table.name() + " has no column " + missing + "; it has " + names);
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

    /** A row was changed in place: its id is the same. Of a sale, which is nearly always what it is, no text is decoded. */
    private RowChange<R> changed(Serializable[] before, Serializable[] after) {
        if (stock < 0) {
            return new Updated<>(row(after), null);
        }
        var change = new StockChanged<R>(integer(after, 0), integer(before, stock), integer(after, stock));
        for (int column = 0; column < place.length; column++) {
            if (column != stock && !Objects.deepEquals(value(before, column), value(after, column))) {
                return new Updated<>(row(after), change);
            }
        }
        return change;
    }

    private R row(Serializable[] values) {
        return table.row(new Image(values));
    }

    private void requireWhole(BitSet columnsInEvent) throws LostTrackException {
        if (columnsInEvent.cardinality() != namesInEvents.size()) {
            throw new LostTrackException(
                    "an event of table " + table.name() + " has " + columnsInEvent.cardinality() + " of "
                            + namesInEvents.size() + " columns; set binlog_row_image=FULL");
        }
    }

    private Serializable value(Serializable[] values, int column) {
        return values[place[column]];
    }

    private int integer(Serializable[] values, int column) {
        return ((Number) value(values, column)).intValue();
    }

    /** One row, as an event holds it. */
    private final class Image implements Values<RuntimeException> {
        private final Serializable[] values;
        private int column;

        private Image(Serializable[] values) {
            this.values = values;
        }

        @Override
        public int whole() {
            return integer(values, column++);
        }

        @Override
        public double real() {
            return ((Number) value(values, column++)).doubleValue();
        }

        /** Texts come as the bytes that are stored: utf8mb4. */
        @Override
        public String text() {
            return new String((byte[]) value(values, column++), StandardCharsets.UTF_8);
        }
    }
}

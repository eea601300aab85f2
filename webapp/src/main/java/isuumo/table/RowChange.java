package isuumo.table;

import java.util.List;

/**
 * What one row event did to one row, as far as a catalog needs to know.
 *
 * @param <R> the table's row
 */
public sealed interface RowChange<R> {
    /** Whether readers may see a difference. */
    default boolean visible() {
        return true;
    }

    /** An upload's rows, as changes. */
    static <R> List<RowChange<R>> inserted(List<R> rows) {
        return rows.stream().<RowChange<R>>map(Inserted::new).toList();
    }

    /** What shows rows as they are stored, in a catalog that may lack them, or show them while they are sold out. */
    static <R> List<RowChange<R>> stored(Table<R> table, List<R> rows) {
        return rows.stream().<RowChange<R>>mapMulti((row, changes) -> {
            changes.accept(new Inserted<>(row));
            if (!table.inStock(row)) {
                changes.accept(new StockChanged<>(table.id(row), 1, 0));
            }
        }).toList();
    }

    /** A new row. */
    record Inserted<R>(R row) implements RowChange<R> {}

    /** Other columns than a chair's stock changed; {@code stock} tells what became of that, and is null for an estate. */
    record Updated<R>(R row, StockChanged<R> stock) implements RowChange<R> {}

    record Deleted<R>(int id) implements RowChange<R> {}

    /** A sale, or a new delivery. */
    record StockChanged<R>(int id, int before, int after) implements RowChange<R> {
        public boolean soldOut() {
            return before > 0 && after <= 0;
        }

        public boolean backInStock() {
            return before <= 0 && after > 0;
        }

        /** The same, but that it brings nothing back. */
        public StockChanged<R> unlessBackInStock() {
            return backInStock() ? new StockChanged<>(id, after, after) : this;
        }

        /** A sale that leaves stock shows nowhere. */
        @Override
        public boolean visible() {
            return soldOut() || backInStock();
        }
    }
}

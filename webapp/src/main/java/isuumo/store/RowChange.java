package isuumo.store;

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

package isuumo.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the server knows of a table: SQL, the reader of row events, the one of CSV files, the checksum and the items' JSON
 * follow from it. Immutable.
 *
 * <p>The schema does not, nor do the generator and the benchmark: they are written by themselves, and so check this.
 *
 * @param <R> the table's row
 */
public abstract class Table<R> {
    private final String name;
    private final List<Column<R>> columns;
    private final List<Column<R>> sent;
    private final Column.Whole<R> id;
    private final Optional<Column.Whole<R>> stock;

    /**
     * @param columns in the order of CSV files, {@code id} first
     * @param jsonKeys of the columns that are sent, in the order of the items' JSON
     */
    protected Table(String name, List<Column<R>> columns, List<String> jsonKeys) {
        this.name = name;
        this.columns = columns;
        sent = jsonKeys.stream().map(this::column).toList();
        id = (Column.Whole<R>) columns.getFirst();
        stock = wholes().filter(Column.Whole::isStock).findAny();
    }

    private Column<R> column(String key) {
        return columns.stream().filter(column -> column.key().equals(key)).findAny().orElseThrow();
    }

    private Stream<Column.Whole<R>> wholes() {
        return columns.stream().<Column.Whole<R>>mapMulti((column, wholes) -> {
            if (column instanceof Column.Whole<R> whole) {
                wholes.accept(whole);
            }
        });
    }

    /** A row of the values, each asked for once, in the columns' order. */
    public abstract <E extends Exception> R row(Values<E> values) throws E;

    /** Without its database. */
    public final String name() {
        return name;
    }

    public final List<Column<R>> columns() {
        return columns;
    }

    /** The columns' names, with commas between them. */
    public final String columnNames() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** The columns of an item's JSON, in its order. */
    public final List<Column<R>> sent() {
        return sent;
    }

    public final int id(R row) {
        return id.of().applyAsInt(row);
    }

    /** Empty where there is always enough of everything. */
    public final Optional<Column.Whole<R>> stock() {
        return stock;
    }

    /** Whether there is any of it. */
    public final boolean inStock(R row) {
        return stock.isEmpty() || stock.get().of().applyAsInt(row) > 0;
    }
}

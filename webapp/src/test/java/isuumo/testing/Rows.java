package isuumo.testing;

import isuumo.table.ChairRow;
import isuumo.table.Column;
import isuumo.table.EstateRow;
import isuumo.table.Table;
import isuumo.table.Values;
import java.util.Iterator;
import java.util.Map;

/** Rows like the real ones, but for what a test is about. */
public final class Rows {
    private Rows() {}

    /** In stock, and with an id of the caller's choice. */
    public static ChairRow chair(int id) {
        return with(TestData.get().chair(1), Map.of("id", id, "stock", 1));
    }

    public static EstateRow estate(int id) {
        return with(TestData.get().estate(1), Map.of("id", id));
    }

    public static ChairRow stock(ChairRow row, int stock) {
        return with(row, Map.of("stock", stock));
    }

    public static ChairRow price(ChairRow row, int price) {
        return with(row, Map.of("price", price));
    }

    public static ChairRow sizes(ChairRow row, int height, int width, int depth) {
        return with(row, Map.of("height", height, "width", width, "depth", depth));
    }

    public static ChairRow texts(ChairRow row, String color, String features, String kind) {
        return with(row, Map.of("color", color, "features", features, "kind", kind));
    }

    public static ChairRow popularity(ChairRow row, int popularity) {
        return with(row, Map.of("popularity", popularity));
    }

    public static ChairRow described(ChairRow row, String name, String description) {
        return with(row, Map.of("name", name, "description", description));
    }

    public static EstateRow described(EstateRow row, String name, String description) {
        return with(row, Map.of("name", name, "description", description));
    }

    public static EstateRow rent(EstateRow row, int rent) {
        return with(row, Map.of("rent", rent));
    }

    public static EstateRow door(EstateRow row, int height, int width, int popularity) {
        return with(row, Map.of("doorHeight", height, "doorWidth", width, "popularity", popularity));
    }

    public static EstateRow place(EstateRow row, double latitude, double longitude) {
        return with(row, Map.of("latitude", latitude, "longitude", longitude));
    }

    public static EstateRow features(EstateRow row, String features, int popularity) {
        return with(row, Map.of("features", features, "popularity", popularity));
    }

    private static ChairRow with(ChairRow row, Map<String, Object> changed) {
        return with(ChairRow.TABLE, row, changed);
    }

    private static EstateRow with(EstateRow row, Map<String, Object> changed) {
        return with(EstateRow.TABLE, row, changed);
    }

    /** A row with some other values, by the keys of their columns. */
    public static <R> R with(Table<R> table, R row, Map<String, Object> changed) {
        Iterator<Column<R>> columns = table.columns().iterator();
        R copy = table.row(new Values<RuntimeException>() {
            @Override
            public int whole() {
                var column = (Column.Whole<R>) columns.next();
                return (int) changed.getOrDefault(column.key(), column.of().applyAsInt(row));
            }

            @Override
            public double real() {
                var column = (Column.Real<R>) columns.next();
                return (double) changed.getOrDefault(column.key(), column.of().applyAsDouble(row));
            }

            @Override
            public String text() {
                var column = (Column.Text<R>) columns.next();
                return (String) changed.getOrDefault(column.key(), column.of().apply(row));
            }
        });
        if (columns.hasNext()) {
            throw new AssertionError("nobody asked for " + columns.next());
        }
        return copy;
    }
}

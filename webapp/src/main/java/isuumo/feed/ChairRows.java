package isuumo.feed;

import isuumo.store.ChairRow;
import isuumo.store.RowChange;
import isuumo.store.RowChange.StockChanged;
import isuumo.store.RowChange.Updated;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/** Table {@code chair}. */
final class ChairRows extends TableRows<ChairRow> {
    private static final List<String> COLUMNS = List.of("id", "name", "description", "thumbnail", "price", "height",
            "width", "depth", "color", "features", "kind", "popularity", "stock");
    private static final int STOCK = COLUMNS.size() - 1;

    ChairRows() {
        super("chair", COLUMNS);
    }

    @Override
    ChairRow row(Serializable[] v) {
        return new ChairRow(integer(v, 0), text(v, 1), text(v, 2), text(v, 3), integer(v, 4), integer(v, 5),
                integer(v, 6), integer(v, 7), text(v, 8), text(v, 9), text(v, 10), integer(v, 11), integer(v, STOCK));
    }

    /** Nearly always a sale, of which no text is decoded. */
    @Override
    RowChange<ChairRow> changed(Serializable[] before, Serializable[] after) {
        var stock = new StockChanged<ChairRow>(integer(after, 0), integer(before, STOCK), integer(after, STOCK));
        for (int column = 0; column < STOCK; column++) {
            if (!Objects.deepEquals(value(before, column), value(after, column))) {
                return new Updated<>(row(after), stock);
            }
        }
        return stock;
    }
}

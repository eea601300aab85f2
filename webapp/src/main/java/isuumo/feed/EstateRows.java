package isuumo.feed;

import isuumo.store.EstateRow;
import isuumo.store.RowChange;
import isuumo.store.RowChange.Updated;
import java.io.Serializable;
import java.util.List;

/** Table {@code estate}. */
final class EstateRows extends TableRows<EstateRow> {
    private static final List<String> COLUMNS = List.of("id", "name", "description", "thumbnail", "address", "latitude",
            "longitude", "rent", "door_height", "door_width", "features", "popularity");

    EstateRows() {
        super("estate", COLUMNS);
    }

    @Override
    EstateRow row(Serializable[] v) {
        return new EstateRow(integer(v, 0), text(v, 1), text(v, 2), text(v, 3), text(v, 4), real(v, 5), real(v, 6),
                integer(v, 7), integer(v, 8), integer(v, 9), text(v, 10), integer(v, 11));
    }

    @Override
    RowChange<EstateRow> changed(Serializable[] before, Serializable[] after) {
        return new Updated<>(row(after), null);
    }
}

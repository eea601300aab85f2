package isuumo.chair;

import isuumo.http.JsonRows;
import isuumo.http.Params;
import isuumo.index.DenseRows;
import isuumo.index.IdIndex;
import isuumo.index.PriceOrder;
import isuumo.index.RangeIndex;
import isuumo.index.RowSet;
import isuumo.index.Selection;
import isuumo.index.ValueIndex;
import isuumo.index.WordIndex;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/** What a sale does not change: the chairs in popularity order and every index over them. Immutable. */
final class ChairIndex {
    private final List<Chair> chairByRow;
    private final JsonRows json;
    private final IdIndex ids;
    private final PriceOrder priceOrder;
    private final RangeIndex price;
    private final RangeIndex height;
    private final RangeIndex width;
    private final RangeIndex depth;
    private final ValueIndex kind;
    private final ValueIndex color;
    private final WordIndex features;

    /** @param ranked chairs in popularity order */
    ChairIndex(List<Chair> ranked, JsonRows json, ChairConditions conditions) {
        chairByRow = List.copyOf(ranked);
        this.json = json;
        ids = new IdIndex(column(Chair::id));
        priceOrder = new PriceOrder(column(Chair::price), column(Chair::id));
        price = new RangeIndex(conditions.price(), column(Chair::price));
        height = new RangeIndex(conditions.height(), column(Chair::height));
        width = new RangeIndex(conditions.width(), column(Chair::width));
        depth = new RangeIndex(conditions.depth(), column(Chair::depth));
        kind = new ValueIndex(column(Chair::kind, String[]::new));
        color = new ValueIndex(column(Chair::color, String[]::new));
        features = new WordIndex(column(Chair::features, String[][]::new));
    }

    private int[] column(ToIntFunction<Chair> value) {
        int[] column = new int[chairByRow.size()];
        for (int row = 0; row < column.length; row++) {
            column[row] = value.applyAsInt(chairByRow.get(row));
        }
        return column;
    }

    private <T> T[] column(Function<Chair, T> value, IntFunction<T[]> array) {
        T[] column = array.apply(chairByRow.size());
        for (int row = 0; row < column.length; row++) {
            column[row] = value.apply(chairByRow.get(row));
        }
        return column;
    }

    /** The rows of {@code inStock} that meet every condition. */
    Selection select(ChairCriteria criteria, DenseRows inStock) {
        Selection selection = Selection.of(inStock);
        and(selection, price, criteria.price());
        and(selection, height, criteria.height());
        and(selection, width, criteria.width());
        and(selection, depth, criteria.depth());
        if (!criteria.kind().isEmpty()) {
            selection.and(kind.rows(criteria.kind()));
        }
        if (!criteria.color().isEmpty()) {
            selection.and(color.rows(criteria.color()));
        }
        if (!criteria.features().isEmpty()) {
            features.rowsOfEach(criteria.features()).forEach(selection::and);
        }
        return selection;
    }

    private static void and(Selection selection, RangeIndex index, int rangeId) {
        if (rangeId != Params.ABSENT) {
            selection.and(index.rows(rangeId));
        }
    }

    /** The row of an id, or {@link IdIndex#NO_ROW}. */
    int row(long id) {
        return ids.row(id);
    }

    int[] cheapest(int limit, RowSet among) {
        return priceOrder.first(limit, among::contains);
    }

    List<Chair> chairByRow() {
        return chairByRow;
    }

    JsonRows json() {
        return json;
    }
}

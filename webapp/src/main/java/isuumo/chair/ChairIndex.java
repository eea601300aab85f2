package isuumo.chair;

import isuumo.http.Params;
import isuumo.index.PriceOrder;
import isuumo.index.RangeIndex;
import isuumo.index.RowSet;
import isuumo.index.Selection;
import isuumo.index.ValueIndex;
import isuumo.index.WordIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/** Every index over the chairs of a segment; a row is a position in popularity order among them. Immutable. */
final class ChairIndex {
    private final int rows;
    private final PriceOrder priceOrder;
    private final RangeIndex price;
    private final RangeIndex height;
    private final RangeIndex width;
    private final RangeIndex depth;
    private final ValueIndex kind;
    private final ValueIndex color;
    private final WordIndex features;

    /** @param ranked chairs in popularity order */
    ChairIndex(List<Chair> ranked, ChairConditions conditions) {
        rows = ranked.size();
        priceOrder = new PriceOrder(column(ranked, Chair::price), column(ranked, Chair::id));
        price = new RangeIndex(conditions.price(), column(ranked, Chair::price));
        height = new RangeIndex(conditions.height(), column(ranked, Chair::height));
        width = new RangeIndex(conditions.width(), column(ranked, Chair::width));
        depth = new RangeIndex(conditions.depth(), column(ranked, Chair::depth));
        kind = new ValueIndex(column(ranked, Chair::kind, String[]::new));
        color = new ValueIndex(column(ranked, Chair::color, String[]::new));
        features = new WordIndex(column(ranked, Chair::features, String[][]::new));
    }

    private static int[] column(List<Chair> ranked, ToIntFunction<Chair> value) {
        int[] column = new int[ranked.size()];
        for (int row = 0; row < column.length; row++) {
            column[row] = value.applyAsInt(ranked.get(row));
        }
        return column;
    }

    private static <T> T[] column(List<Chair> ranked, Function<Chair, T> value, IntFunction<T[]> array) {
        T[] column = array.apply(ranked.size());
        for (int row = 0; row < column.length; row++) {
            column[row] = value.apply(ranked.get(row));
        }
        return column;
    }

    /** The rows of {@code inStock} that meet every condition. */
    Selection select(ChairCriteria criteria, RowSet inStock) {
        List<RowSet> conditions = new ArrayList<>();
        conditions.add(inStock);
        add(conditions, price, criteria.price());
        add(conditions, height, criteria.height());
        add(conditions, width, criteria.width());
        add(conditions, depth, criteria.depth());
        if (!criteria.kind().isEmpty()) {
            conditions.add(kind.rows(criteria.kind()));
        }
        if (!criteria.color().isEmpty()) {
            conditions.add(color.rows(criteria.color()));
        }
        if (!criteria.features().isEmpty()) {
            conditions.addAll(features.rowsOfEach(criteria.features()));
        }
        return Selection.of(rows, conditions);
    }

    private static void add(List<RowSet> conditions, RangeIndex index, int rangeId) {
        if (rangeId != Params.ABSENT) {
            conditions.add(index.rows(rangeId));
        }
    }

    int[] cheapest(int limit, RowSet among) {
        return priceOrder.first(limit, among::contains);
    }
}

package isuumo.catalog;

import isuumo.http.Params;
import isuumo.index.PriceOrder;
import isuumo.index.RangeIndex;
import isuumo.index.RowSet;
import isuumo.index.Selection;
import isuumo.index.ValueIndex;
import isuumo.index.WordIndex;
import isuumo.segment.Item;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/**
 * The indexes over the items of a segment that every kind has; a row is a position in popularity order among them. Immutable.
 *
 * <p>In arrays, in the order of the kind's conditions: a search looks nothing up by name.
 */
public class ItemIndex<T extends Item> {
    private final int rows;
    private final PriceOrder priceOrder;
    private final RangeIndex[] ranges;
    private final ValueIndex[] values;
    private final WordIndex features;
    private final Footprint footprint;

    /** @param ranked items in popularity order */
    public ItemIndex(Kind<?, T> kind, List<T> ranked, Conditions conditions) {
        rows = ranked.size();
        priceOrder = new PriceOrder(column(ranked, kind.price()), column(ranked, Item::id));
        ranges = new RangeIndex[kind.ranges().size()];
        for (int i = 0; i < ranges.length; i++) {
            ranges[i] = new RangeIndex(conditions.ranges().get(i), column(ranked, kind.ranges().get(i).of()));
        }
        values = kind.values().stream().map(valued -> new ValueIndex(column(ranked, valued.of(), String[]::new)))
                .toArray(ValueIndex[]::new);
        features = new WordIndex(column(ranked, kind.features(), String[][]::new));
        footprint = new Footprint(rows,
                ranked.stream().mapToLong(item -> Footprint.ofItem(kind.json().apply(item).text().length)).sum(),
                Arrays.stream(values).mapToLong(ValueIndex::values).sum() + features.tokens());
    }

    /** With items that are dead by now. */
    final Footprint footprint() {
        return footprint;
    }

    protected static <T> int[] column(List<T> ranked, ToIntFunction<? super T> value) {
        int[] column = new int[ranked.size()];
        for (int row = 0; row < column.length; row++) {
            column[row] = value.applyAsInt(ranked.get(row));
        }
        return column;
    }

    protected static <T, V> V[] column(List<T> ranked, Function<T, V> value, IntFunction<V[]> array) {
        V[] column = array.apply(ranked.size());
        for (int row = 0; row < column.length; row++) {
            column[row] = value.apply(ranked.get(row));
        }
        return column;
    }

    /** The rows of {@code shown} that meet every condition. */
    final Selection select(Criteria criteria, RowSet shown) {
        List<RowSet> conditions = new ArrayList<>();
        conditions.add(shown);
        for (int i = 0; i < ranges.length; i++) {
            if (criteria.rangeIds()[i] != Params.ABSENT) {
                conditions.add(ranges[i].rows(criteria.rangeIds()[i]));
            }
        }
        for (int i = 0; i < values.length; i++) {
            if (!criteria.values()[i].isEmpty()) {
                conditions.add(values[i].rows(criteria.values()[i]));
            }
        }
        if (!criteria.features().isEmpty()) {
            conditions.addAll(features.rowsOfEach(criteria.features()));
        }
        return Selection.of(rows, conditions);
    }

    final int[] cheapest(int limit, RowSet among) {
        return priceOrder.first(limit, among::contains);
    }
}

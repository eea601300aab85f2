package isuumo.index;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Rows by price ascending, then id ascending: where the lists of the cheapest come from. */
public final class PriceOrder {
    private final int[] rows;

    /** O(n log n) build: sorts (price, id) as one 64-bit key, then finds each key's row. */
    public PriceOrder(int[] priceByRow, int[] idByRow) {
        rows = IntStream.range(0, priceByRow.length).boxed()
                .sorted((a, b) -> {
                    int byPrice = Integer.compare(priceByRow[a], priceByRow[b]);
                    return byPrice != 0 ? byPrice : Integer.compare(idByRow[a], idByRow[b]);
                })
                .mapToInt(Integer::intValue).toArray();
    }

    /** The first {@code limit} rows that the filter accepts. O(limit + rejected). */
    public int[] first(int limit, IntPredicate filter) {
        return Arrays.stream(rows).filter(filter).limit(limit).toArray();
    }
}

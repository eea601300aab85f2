package isuumo.index;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Rows by price ascending, then id ascending: where the lists of the cheapest come from.
 *
 * <p>Equivalent to sorting all rows so and taking the first ones that a filter accepts. But only the {@value #SORTED}
 * cheapest are kept sorted; where the filter leaves too few of these, one pass over all rows keeps the first ones so far.
 */
public final class PriceOrder {
    private static final int SORTED = 256;

    private final int[] priceByRow;
    private final int[] idByRow;
    private final int[] cheapest;

    /** O(rows), if they are in no order of price. Takes both arrays over: the caller must not change them any more. */
    public PriceOrder(int[] priceByRow, int[] idByRow) {
        this.priceByRow = priceByRow;
        this.idByRow = idByRow;
        cheapest = firstOfAll(Math.min(SORTED, priceByRow.length), _ -> true);
    }

    /** The first {@code limit} rows that the filter accepts. O(limit), if it accepts most of the cheapest; else O(rows). */
    public int[] first(int limit, IntPredicate filter) {
        int[] found = Arrays.stream(cheapest).filter(filter).limit(limit).toArray();
        return found.length == limit || cheapest.length == priceByRow.length ? found : firstOfAll(limit, filter);
    }

    /** The filter is asked of few others. */
    private int[] firstOfAll(int limit, IntPredicate filter) {
        int[] found = new int[limit];
        int n = 0;
        for (int row = 0; row < priceByRow.length; row++) {
            if ((n < limit || limit > 0 && precedes(row, found[n - 1])) && filter.test(row)) {
                n = Math.min(n + 1, limit);
                insert(found, n, row);
            }
        }
        return Arrays.copyOf(found, n);
    }

    /** Puts the row in its place among the first {@code n}; the last one of them falls out. */
    private void insert(int[] found, int n, int row) {
        int at = n - 1;
        for (; at > 0 && precedes(row, found[at - 1]); at--) {
            found[at] = found[at - 1];
        }
        found[at] = row;
    }

    private boolean precedes(int a, int b) {
        int byPrice = Integer.compare(priceByRow[a], priceByRow[b]);
        return byPrice != 0 ? byPrice < 0 : idByRow[a] < idByRow[b];
    }
}

package isuumo.index;

import java.util.List;

/**
 * For each of a condition's ranges, the rows whose value lies in it.
 *
 * <p>The ranges are few and known beforehand, so each has its set ready: a lookup is an array access. Sorted values with
 * binary search would answer any range, but in value order, not in popularity order.
 */
public final class RangeIndex {
    private final RowSet[] rowsByRange;

    /** O(ranges × values) build. Range ids are positions in {@code ranges}. */
    public RangeIndex(List<Range> ranges, int[] valueByRow) {
        rowsByRange = ranges.stream().map(range -> rowsIn(range, valueByRow)).toArray(RowSet[]::new);
    }

    /** As {@link DenseRows#where} with {@link Range#contains} would, but with nothing to call for a row. */
    private static RowSet rowsIn(Range range, int[] valueByRow) {
        int min = range.min() == Range.UNBOUNDED ? Integer.MIN_VALUE : range.min();
        long max = range.max() == Range.UNBOUNDED ? Long.MAX_VALUE : range.max();
        long[] words = DenseRows.emptyWords(valueByRow.length);
        for (int i = 0; i < words.length; i++) {
            int end = Math.min((i + 1) << 6, valueByRow.length);
            for (int row = i << 6; row < end; row++) {
                words[i] |= (valueByRow[row] >= min & valueByRow[row] < max ? 1L : 0L) << row;
            }
        }
        return new DenseRows(words).inBestForm(valueByRow.length);
    }

    public RowSet rows(int rangeId) {
        return rowsByRange[rangeId];
    }
}

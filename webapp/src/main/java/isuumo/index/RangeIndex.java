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
        rowsByRange = ranges.stream()
                .map(range -> RowSet.where(valueByRow.length, row -> range.contains(valueByRow[row])))
                .toArray(RowSet[]::new);
    }

    public RowSet rows(int rangeId) {
        return rowsByRange[rangeId];
    }
}

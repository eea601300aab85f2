package isuumo.index;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A set of few rows, as their numbers in ascending order. To look one up costs O(log count). */
final class SparseRows implements RowSet {
    private final int[] rows;

    /** Takes the array over; it must be ascending. */
    SparseRows(int[] rows) {
        this.rows = rows;
    }

    /** The rows of every one of the sets. */
    static SparseRows union(List<SparseRows> sets) {
        return new SparseRows(sets.stream().flatMapToInt(set -> IntStream.of(set.rows)).sorted().distinct().toArray());
    }

    /** Whether {@code count} numbers of 32 bits take less than an eighth of the memory of a bitset of {@code rows} bits. */
    static boolean areFew(int count, int rows) {
        return (long) count * Integer.SIZE * 8 < rows;
    }

    @Override
    public int count() {
        return rows.length;
    }

    @Override
    public boolean contains(int row) {
        return Arrays.binarySearch(rows, row) >= 0;
    }

    @Override
    public int keep(int[] others, int n) {
        int kept = 0;
        for (int i = 0; i < n; i++) {
            if (contains(others[i])) {
                others[kept++] = others[i];
            }
        }
        return kept;
    }

    @Override
    public void addTo(long[] words) {
        for (int row : rows) {
            DenseRows.set(words, row);
        }
    }

    /** In ascending order; not to be written to. */
    int[] rows() {
        return rows;
    }
}

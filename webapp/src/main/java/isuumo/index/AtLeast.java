package isuumo.index;

import java.util.Arrays;

/** For ascending levels of a value, the rows whose value is at least that level. */
final class AtLeast {
    /** Bounds the memory to 64 bitsets; more levels would only save exact tests. */
    static final int MAX_LEVELS = 64;

    private final int[] levels;
    private final DenseRows[] rowsByLevel;

    /** O(n log n): a row enters the set of its own level, and each set is joined to the one of the level below. */
    AtLeast(int[] valueByRow) {
        levels = levels(distinct(valueByRow));
        long[][] wordsByLevel = new long[levels.length][];
        for (int i = 0; i < levels.length; i++) {
            wordsByLevel[i] = DenseRows.emptyWords(valueByRow.length);
        }
        for (int row = 0; row < valueByRow.length; row++) {
            DenseRows.set(wordsByLevel[levelOf(valueByRow[row])], row);
        }
        rowsByLevel = new DenseRows[levels.length];
        for (int i = levels.length - 1; i >= 0; i--) {
            rowsByLevel[i] = new DenseRows(wordsByLevel[i]);
            if (i > 0) {
                rowsByLevel[i].addTo(wordsByLevel[i - 1]);
            }
        }
    }

    private static int[] distinct(int[] values) {
        int[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[n++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, n);
    }

    /** The lowest possible value, which every row reaches, and up to 63 of the distinct values, evenly spread. */
    private static int[] levels(int[] distinctValues) {
        int count = Math.min(MAX_LEVELS - 1, distinctValues.length);
        int[] levels = new int[count + 1];
        levels[0] = Integer.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            levels[i + 1] = distinctValues[(int) ((long) i * distinctValues.length / count)];
        }
        return levels;
    }

    /** The highest level that is not above the value; a binary search without branches, which random values mispredict. */
    private int levelOf(int value) {
        int base = 0;
        for (int length = levels.length; length > 1; length -= length >>> 1) {
            base += levels[base + (length >>> 1)] <= value ? length >>> 1 : 0;
        }
        return base;
    }

    /** A set that holds every row whose value is at least {@code value}, and maybe some whose value is just below. */
    DenseRows atLeast(int value) {
        return rowsByLevel[levelOf(value)];
    }
}

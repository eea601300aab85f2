package isuumo.index;

import java.util.Arrays;

/** For ascending levels of a value, the rows whose value is at least that level. */
final class AtLeast {
    /** Bounds the memory to 64 bitsets; more levels would only save exact tests. */
    static final int MAX_LEVELS = 64;

    private final int[] levels;
    private final DenseRows[] rowsByLevel;

    AtLeast(int[] valueByRow) {
        levels = levels(Arrays.stream(valueByRow).sorted().distinct().toArray());
        rowsByLevel = Arrays.stream(levels)
                .mapToObj(level -> DenseRows.where(valueByRow.length, row -> valueByRow[row] >= level))
                .toArray(DenseRows[]::new);
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

    /** A set that holds every row whose value is at least {@code value}, and maybe some whose value is just below. */
    DenseRows atLeast(int value) {
        int found = Arrays.binarySearch(levels, value);
        return rowsByLevel[found >= 0 ? found : -found - 2];
    }
}

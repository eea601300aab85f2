package isuumo.index;

import java.util.Arrays;

/**
 * The rows whose door is at least {@code shorter} on its short side and {@code longer} on its long side.
 *
 * <p>Both sides have a set of rows for each of up to {@value AtLeast#MAX_LEVELS} levels: all rows whose side is at least
 * that level. A query intersects the sets of the highest levels not above its sides and tests the few survivors
 * exactly, stopping at the limit. So a chair that fits hardly any door costs {@code rows / 64} words, where a scan in
 * popularity order would visit every row.
 *
 * <p>O(n log n) build, and two bitsets a level at most; a query costs O(rows / 64 + rows that are tested).
 */
public final class DoorIndex {
    private final int[] shortSide;
    private final int[] longSide;
    private final AtLeast byShortSide;
    private final AtLeast byLongSide;

    /** Both arrays by row, in centimetres. */
    public DoorIndex(int[] heightByRow, int[] widthByRow) {
        int rows = heightByRow.length;
        shortSide = new int[rows];
        longSide = new int[rows];
        for (int row = 0; row < rows; row++) {
            shortSide[row] = Math.min(heightByRow[row], widthByRow[row]);
            longSide[row] = Math.max(heightByRow[row], widthByRow[row]);
        }
        byShortSide = new AtLeast(shortSide);
        byLongSide = new AtLeast(longSide);
    }

    /**
     * The first rows in popularity order that pass, out of some.
     *
     * @param shorter the smaller of the two sides that must pass, in centimetres
     * @param longer the larger of the two
     * @return at most {@code limit} rows
     */
    public int[] first(int shorter, int longer, int limit, RowSet among) {
        long[] a = byShortSide.atLeast(shorter).words();
        long[] b = byLongSide.atLeast(longer).words();
        int[] found = new int[limit];
        int n = 0;
        for (int i = 0; i < a.length; i++) {
            for (long word = a[i] & b[i]; word != 0; word &= word - 1) {
                int row = (i << 6) + Long.numberOfTrailingZeros(word);
                if (shortSide[row] >= shorter && longSide[row] >= longer && among.contains(row)) {
                    found[n++] = row;
                    if (n == limit) {
                        return found;
                    }
                }
            }
        }
        return Arrays.copyOf(found, n);
    }
}

package isuumo.index;

import java.util.Arrays;

/** A set of few rows, as their numbers in ascending order. */
final class SparseRows implements RowSet {
    private final int[] rows;

    /** Takes the array over; it must be ascending. */
    SparseRows(int[] rows) {
        this.rows = rows;
    }

    static SparseRows of(DenseRows dense, int count) {
        int[] rows = new int[count];
        int n = 0;
        for (int i = 0; i < dense.wordCount(); i++) {
            for (long word = dense.word(i); word != 0; word &= word - 1) {
                rows[n++] = (i << 6) + Long.numberOfTrailingZeros(word);
            }
        }
        return new SparseRows(rows);
    }

    /** Whether {@code count} numbers of 32 bits take less memory than a bitset of {@code rows} bits. */
    static boolean isSmaller(int count, int rows) {
        return (long) count * Integer.SIZE < rows;
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
    public void retainIn(long[] words) {
        long[] before = words.clone();
        Arrays.fill(words, 0);
        for (int row : rows) {
            words[row >>> 6] |= before[row >>> 6] & 1L << row;
        }
    }

    @Override
    public void addTo(long[] words) {
        for (int row : rows) {
            DenseRows.set(words, row);
        }
    }
}

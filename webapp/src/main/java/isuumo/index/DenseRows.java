package isuumo.index;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** A set of rows as a bitset: row r is bit {@code r % 64} of word {@code r / 64}; bits past the last row are zero. */
public final class DenseRows implements RowSet {
    private final long[] words;
    private final int count;

    /** O(rows / 64). Takes the array over: the caller must not change it any more. */
    DenseRows(long[] words) {
        this.words = words;
        int n = 0;
        for (long word : words) {
            n += Long.bitCount(word);
        }
        count = n;
    }

    public static DenseRows all(int rows) {
        long[] words = emptyWords(rows);
        Arrays.fill(words, -1);
        if (rows % Long.SIZE != 0) {
            words[words.length - 1] = (1L << rows) - 1;
        }
        return new DenseRows(words);
    }

    public static DenseRows where(int rows, IntPredicate predicate) {
        long[] words = emptyWords(rows);
        for (int row = 0; row < rows; row++) {
            if (predicate.test(row)) {
                set(words, row);
            }
        }
        return new DenseRows(words);
    }

    static long[] emptyWords(int rows) {
        return new long[(rows + Long.SIZE - 1) / Long.SIZE];
    }

    static void set(long[] words, int row) {
        words[row >>> 6] |= 1L << row;
    }

    /** A copy of this set with some rows added and others taken away; this set stays as it is. O(rows / 64). */
    public DenseRows changed(int[] added, int[] removed) {
        long[] copy = words.clone();
        for (int row : added) {
            set(copy, row);
        }
        for (int row : removed) {
            copy[row >>> 6] &= ~(1L << row);
        }
        return new DenseRows(copy);
    }

    /** The rows that are in one of the two sets, out of the same rows, only. O(rows / 64 + those). */
    public int[] differing(DenseRows other) {
        if (this == other) {
            return new int[0];
        }
        long[] differing = words.clone();
        for (int i = 0; i < differing.length; i++) {
            differing[i] ^= other.words[i];
        }
        return new DenseRows(differing).toRows();
    }

    /** In ascending order. */
    int[] toRows() {
        int[] rows = new int[count];
        int n = 0;
        for (int i = 0; i < words.length; i++) {
            for (long word = words[i]; word != 0; word &= word - 1) {
                rows[n++] = (i << 6) + Long.numberOfTrailingZeros(word);
            }
        }
        return rows;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public boolean contains(int row) {
        return (words[row >>> 6] & 1L << row) != 0;
    }

    /** Without branches, which random rows mispredict. */
    @Override
    public int keep(int[] rows, int n) {
        int kept = 0;
        for (int i = 0; i < n; i++) {
            int row = rows[i];
            rows[kept] = row;
            kept += (int) (words[row >>> 6] >>> row) & 1;
        }
        return kept;
    }

    @Override
    public void addTo(long[] target) {
        for (int i = 0; i < target.length; i++) {
            target[i] |= words[i];
        }
    }

    /** This set, out of {@code rows} rows, as numbers if it has few. */
    RowSet inBestForm(int rows) {
        return SparseRows.areFew(count, rows) ? new SparseRows(toRows()) : this;
    }

    /** Not to be written to. */
    long[] words() {
        return words;
    }
}

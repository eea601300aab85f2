package isuumo.index;

import java.util.function.IntPredicate;

/** A set of rows as a bitset: row r is bit {@code r % 64} of word {@code r / 64}; bits past the last row are zero. */
public final class DenseRows implements RowSet {
    private final long[] words;

    /** Takes the array over: the caller must not change it any more. */
    DenseRows(long[] words) {
        this.words = words;
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

    static boolean isSet(long[] words, int row) {
        return (words[row >>> 6] & 1L << row) != 0;
    }

    static int count(long[] words) {
        int count = 0;
        for (long word : words) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /** A copy of this set with some rows added and others taken away; this set stays as it is. */
    public DenseRows changed(int[] added, int[] removed) {
        long[] copy = words.clone();
        for (int row : added) {
            copy[row >>> 6] |= 1L << row;
        }
        for (int row : removed) {
            copy[row >>> 6] &= ~(1L << row);
        }
        return new DenseRows(copy);
    }

    @Override
    public int count() {
        return count(words);
    }

    @Override
    public boolean contains(int row) {
        return isSet(words, row);
    }

    @Override
    public void retainIn(long[] target) {
        for (int i = 0; i < target.length; i++) {
            target[i] &= words[i];
        }
    }

    @Override
    public void addTo(long[] target) {
        for (int i = 0; i < target.length; i++) {
            target[i] |= words[i];
        }
    }

    /** This set, out of {@code rows} rows, in the smaller form. */
    RowSet inSmallerForm(int rows) {
        int count = count();
        return SparseRows.isSmaller(count, rows) ? SparseRows.of(this, count) : this;
    }

    long[] copyOfWords() {
        return words.clone();
    }

    long word(int index) {
        return words[index];
    }

    int wordCount() {
        return words.length;
    }
}

package isuumo.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The rows that are in every one of several sets: the result of a search, counted and cut into pages. Immutable.
 *
 * <p>Equivalent to filtering a list in popularity order and taking {@code subList(skip, skip + take)}. Where one of the sets
 * is a sparse one, each of its rows is looked up in the others: O(its rows). Else one pass over the bitsets, of
 * {@code rows / 64} words each, counts the rows of each block of {@value #BLOCK_WORDS} words, so that a page reads again but
 * the blocks that it lies in; to find them costs a step a block. The result itself is never written down.
 */
public final class Selection {
    private static final int BLOCK_WORDS = 64;
    private static final Comparator<RowSet> FEWEST_FIRST = Comparator.comparingInt(RowSet::count);
    private static final int[] NO_ROWS = {};

    /** All of them, where a sparse set was among the sets; else null. */
    private final int[] rows;
    /** Else bitsets to be intersected, at least four of them, if need be some twice. */
    private final long[][] sets;
    /** How many rows come before each block, and all at the end. */
    private final int[] countBefore;

    private Selection(int[] rows) {
        this.rows = rows;
        sets = null;
        countBefore = null;
    }

    private Selection(long[][] sets) {
        rows = null;
        this.sets = sets;
        countBefore = countBefore(sets);
    }

    /**
     * @param rows out of how many
     * @param sets at least one; a set of all rows costs nothing, if there is another one
     */
    public static Selection of(int rows, List<RowSet> sets) {
        List<RowSet> conditions = new ArrayList<>(sets.size());
        for (RowSet set : sets) {
            if (set.count() < rows) {
                conditions.add(set);
            }
        }
        if (conditions.isEmpty()) {
            conditions.add(sets.getFirst());
        }
        conditions.sort(FEWEST_FIRST);
        for (RowSet condition : conditions) {
            if (condition instanceof SparseRows few) {
                conditions.remove(condition);
                return new Selection(inEach(few.rows().clone(), conditions));
            }
        }
        return new Selection(words(conditions));
    }

    private static int[] inEach(int[] rows, List<RowSet> conditions) {
        int n = rows.length;
        for (RowSet condition : conditions) {
            n = condition.keep(rows, n);
        }
        return Arrays.copyOf(rows, n);
    }

    private static long[][] words(List<RowSet> conditions) {
        long[][] words = new long[Math.max(4, conditions.size())][];
        for (int i = 0; i < words.length; i++) {
            words[i] = ((DenseRows) conditions.get(Math.min(i, conditions.size() - 1))).words();
        }
        return words;
    }

    private static int[] countBefore(long[][] sets) {
        int words = sets[0].length;
        int[] countBefore = new int[(words + BLOCK_WORDS - 1) / BLOCK_WORDS + 1];
        for (int block = 0; block < countBefore.length - 1; block++) {
            int from = block * BLOCK_WORDS;
            int to = Math.min(from + BLOCK_WORDS, words);
            countBefore[block + 1] = countBefore[block]
                    + (sets.length == 4 ? countOfFour(sets, from, to) : countOfMore(sets, from, to));
        }
        return countBefore;
    }

    private static int countOfFour(long[][] sets, int from, int to) {
        long[] a = sets[0];
        long[] b = sets[1];
        long[] c = sets[2];
        long[] d = sets[3];
        int count = 0;
        for (int i = from; i < to; i++) {
            count += Long.bitCount(a[i] & b[i] & c[i] & d[i]);
        }
        return count;
    }

    private static int countOfMore(long[][] sets, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += Long.bitCount(word(sets, i));
        }
        return count;
    }

    private static long word(long[][] sets, int i) {
        long word = sets[0][i];
        for (int set = 1; set < sets.length && word != 0; set++) {
            word &= sets[set][i];
        }
        return word;
    }

    public int count() {
        return rows != null ? rows.length : countBefore[countBefore.length - 1];
    }

    /** At most {@code take} rows in popularity order, after the first {@code skip}; none past the end. */
    public int[] page(int skip, int take) {
        int size = Math.min(take, count() - skip);
        if (size <= 0) {
            return NO_ROWS;
        }
        return rows != null ? Arrays.copyOfRange(rows, skip, skip + size) : read(skip, new int[size]);
    }

    private int[] read(int skip, int[] page) {
        int block = 0;
        while (countBefore[block + 1] <= skip) {
            block++;
        }
        int toSkip = skip - countBefore[block];
        int i = block * BLOCK_WORDS;
        long word = word(sets, i);
        for (int bits = Long.bitCount(word); toSkip >= bits; bits = Long.bitCount(word)) {
            toSkip -= bits;
            word = word(sets, ++i);
        }
        for (; toSkip > 0; toSkip--) {
            word &= word - 1;
        }
        for (int n = 0; n < page.length; n++) {
            while (word == 0) {
                word = word(sets, ++i);
            }
            page[n] = (i << 6) + Long.numberOfTrailingZeros(word);
            word &= word - 1;
        }
        return page;
    }
}

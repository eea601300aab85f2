package isuumo.index;

/**
 * The rows that are in every one of several sets: the result of a search, counted and cut into pages.
 *
 * <p>Equivalent to filtering a list in popularity order and taking {@code subList(skip, skip + take)}. One pass of
 * {@code rows / 64} words for each set, one for the count, one for a page at most. Confined to one thread.
 */
public final class Selection {
    private static final int[] NO_ROWS = {};

    private final long[] words;

    private Selection(long[] words) {
        this.words = words;
    }

    public static Selection of(DenseRows first) {
        return new Selection(first.copyOfWords());
    }

    /** Keeps only the rows that are in {@code set} too. */
    public Selection and(RowSet set) {
        set.retainIn(words);
        return this;
    }

    public int count() {
        return DenseRows.count(words);
    }

    /**
     * At most {@code take} rows in popularity order, after the first {@code skip}; none past the end.
     *
     * @param count what {@link #count()} returned
     */
    public int[] page(int count, long skip, int take) {
        if (skip >= count || take == 0) {
            return NO_ROWS;
        }
        int[] page = new int[Math.min(take, count - (int) skip)];
        int toSkip = (int) skip;
        int index = 0;
        int bits = Long.bitCount(words[0]);
        while (toSkip >= bits) {
            toSkip -= bits;
            bits = Long.bitCount(words[++index]);
        }
        long word = words[index];
        for (; toSkip > 0; toSkip--) {
            word &= word - 1;
        }
        for (int n = 0; n < page.length; n++) {
            while (word == 0) {
                word = words[++index];
            }
            page[n] = (index << 6) + Long.numberOfTrailingZeros(word);
            word &= word - 1;
        }
        return page;
    }
}

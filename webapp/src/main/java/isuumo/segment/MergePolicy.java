package isuumo.segment;

/**
 * Which segments should be merged: sizes go up geometrically, each at least {@value #RATIO} times all smaller ones together.
 *
 * <p>So n items are in at most 2 + log<sub>3</sub>(n / 500) segments: 5 of 30,000, 9 of 3,000,000. And whenever an item is
 * copied, its segment becomes more than 1.5 times as large, which happens log<sub>1.5</sub>(n / {@value #SMALL}) times at
 * most; but for up to 750 items that a small write copies beside, so that small segments do not add up.
 */
final class MergePolicy {
    static final int RATIO = 2;
    /** No segment counts as smaller: what many small writes bring is copied more often than that, and is in fewer segments. */
    static final int SMALL = 250;

    private MergePolicy() {}

    /**
     * @param sizes in descending order
     * @return how many of the last should become one, at least 2; or 0
     */
    static int smallestToMerge(int[] sizes) {
        int merged = 0;
        long smaller = 0;
        for (int i = sizes.length - 1; i >= 0; i--) {
            if (i < sizes.length - 1 && sizes[i] < RATIO * Math.max(smaller, SMALL)) {
                merged = sizes.length - i;
            }
            smaller += sizes[i];
        }
        return merged;
    }

    /** Whether a segment should be made anew of what is live in it, for the rest costs memory, and searches time. */
    static boolean isMostlyDead(int live, int rows) {
        return rows - live > Math.max(live, SMALL);
    }
}

package isuumo.segment;

import isuumo.index.Selection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a search has found in one segment; and how several such lists become one. */
record Matches<T extends Item>(List<T> items, Selection rows) {
    /** So many may be left out of a page one by one. */
    private static final int MAX_WALK = 100;

    static <T> List<T> items(List<T> byRow, int[] rows) {
        List<T> items = new ArrayList<>(rows.length);
        for (int row : rows) {
            items.add(byRow.get(row));
        }
        return items;
    }

    private List<T> page(int skip, int take) {
        return items(items, rows.page(skip, take));
    }

    /** At most {@code take} items of all of them, in popularity order, after the first {@code skip}. */
    static <T extends Item> List<T> page(List<Matches<T>> matches, int skip, int take) {
        if (matches.size() == 1) {
            return matches.getFirst().page(skip, take);
        }
        int[] from = new int[matches.size()];
        int left = skip;
        while (left > MAX_WALK * matches.size()) {
            int step = left / matches.size();
            from[withFirst(matches, from, step)] += step;
            left -= step;
        }
        List<List<T>> lists = new ArrayList<>(from.length);
        for (int i = 0; i < from.length; i++) {
            lists.add(matches.get(i).page(from[i], left + take));
        }
        return merged(lists, Item.RANK, left, take);
    }

    /**
     * Of which the next {@code step} items come first: their last one is the first of all such last ones. So fewer than
     * {@code step} items of each come before it, and all of these belong to the first {@code lists * step}.
     */
    private static <T extends Item> int withFirst(List<Matches<T>> matches, int[] from, int step) {
        int first = -1;
        T firstItem = null;
        for (int i = 0; i < from.length; i++) {
            List<T> last = matches.get(i).page(from[i] + step - 1, 1);
            if (!last.isEmpty() && (firstItem == null || Item.RANK.compare(last.getFirst(), firstItem) < 0)) {
                first = i;
                firstItem = last.getFirst();
            }
        }
        return first;
    }

    /** As sorting all of the sorted lists' items and taking {@code subList(skip, skip + take)}. O((skip + take) × lists). */
    static <T> List<T> merged(List<List<T>> lists, Comparator<? super T> order, int skip, int take) {
        int[] at = new int[lists.size()];
        List<T> merged = new ArrayList<>(take);
        for (int n = 0; n < skip + take; n++) {
            int first = -1;
            for (int i = 0; i < at.length; i++) {
                if (at[i] < lists.get(i).size() && (first < 0
                        || order.compare(lists.get(i).get(at[i]), lists.get(first).get(at[first])) < 0)) {
                    first = i;
                }
            }
            if (first < 0) {
                return merged;
            }
            T next = lists.get(first).get(at[first]++);
            if (n >= skip) {
                merged.add(next);
            }
        }
        return merged;
    }
}

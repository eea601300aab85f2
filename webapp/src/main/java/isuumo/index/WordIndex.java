package isuumo.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The rows whose comma-joined text contains a word as a substring: {@code LIKE CONCAT('%', word, '%')} with no wildcards
 * in the word.
 *
 * <p>A word has no comma, since the query is split at commas. So it lies within the text exactly if it lies within one
 * of the text's comma-separated tokens, and the index needs the distinct tokens only (some 50), not the distinct texts
 * (some 20,000): a lookup tests each token and joins the sets of those that contain the word. O(tokens of all rows) build.
 */
public final class WordIndex {
    private final int rowCount;
    private final Map<String, RowSet> rowsByToken;

    public WordIndex(String[] textByRow) {
        this(Arrays.stream(textByRow).map(WordIndex::tokens).toArray(String[][]::new));
    }

    /**
     * A text's comma-separated tokens, for those who build an index of the same text more than once: they are few, so each
     * is one object however often it comes, and an index over them reads little memory.
     */
    public static String[] tokens(String text) {
        String[] tokens = text.split(",", -1);
        Arrays.setAll(tokens, i -> tokens[i].intern());
        return tokens;
    }

    /** @param tokensByRow {@link #tokens} of each row's text */
    public WordIndex(String[][] tokensByRow) {
        rowCount = tokensByRow.length;
        Postings postings = new Postings();
        for (int row = 0; row < rowCount; row++) {
            for (String token : tokensByRow[row]) {
                postings.add(token, row);
            }
        }
        rowsByToken = postings.build(rowCount);
    }

    /** How many distinct ones there are. */
    public int tokens() {
        return rowsByToken.size();
    }

    /** For each non-empty word of a comma-separated list, the rows that contain it. */
    public List<RowSet> rowsOfEach(String words) {
        return Arrays.stream(words.split(",")).filter(word -> !word.isEmpty()).map(this::rows).toList();
    }

    /**
     * O(tokens); where several contain the word, also O(rows / 64) for each of their sets, or O(m log m) for m rows if they
     * are few.
     *
     * @param word any text without a comma; the empty one is in every text
     * @throws IllegalArgumentException when the word contains a comma
     */
    public RowSet rows(String word) {
        if (word.indexOf(',') >= 0) {
            throw new IllegalArgumentException("word=" + word + " contains a comma; split it first");
        }
        List<RowSet> matches = new ArrayList<>();
        rowsByToken.forEach((token, rows) -> {
            if (token.contains(word)) {
                matches.add(rows);
            }
        });
        return matches.size() == 1 ? matches.getFirst() : union(matches);
    }

    private RowSet union(List<RowSet> sets) {
        List<SparseRows> sparse = sets.stream().filter(SparseRows.class::isInstance).map(SparseRows.class::cast)
                .toList();
        if (sparse.size() == sets.size()
                && SparseRows.areFew(sets.stream().mapToInt(RowSet::count).sum(), rowCount)) {
            return SparseRows.union(sparse);
        }
        long[] words = DenseRows.emptyWords(rowCount);
        sets.forEach(set -> set.addTo(words));
        return new DenseRows(words);
    }
}

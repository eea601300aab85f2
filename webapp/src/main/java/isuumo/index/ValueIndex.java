package isuumo.index;

import java.util.Map;

/**
 * The rows whose text equals a word, code point by code point (as {@code utf8mb4_bin} compares, trailing spaces kept).
 *
 * <p>O(n) build; a lookup is one in a hash table. A value that few rows have costs four bytes a row, another a bitset.
 */
public final class ValueIndex {
    private static final RowSet NONE = new SparseRows(new int[0]);

    private final Map<String, RowSet> rowsByValue;

    public ValueIndex(String[] valueByRow) {
        Postings postings = new Postings();
        for (int row = 0; row < valueByRow.length; row++) {
            postings.add(valueByRow[row], row);
        }
        rowsByValue = postings.build(valueByRow.length);
    }

    /** How many distinct ones there are. */
    public int values() {
        return rowsByValue.size();
    }

    public RowSet rows(String value) {
        return rowsByValue.getOrDefault(value, NONE);
    }
}

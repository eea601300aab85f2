package isuumo.index;

/**
 * An immutable set of rows, out of a fixed number of them.
 *
 * <p>Held as a bitset, or as sorted row numbers where those take less memory: a value that a hundred thousand
 * uploaded items have each to themselves costs four bytes an item then, not a bitset an item.
 */
public sealed interface RowSet permits DenseRows, SparseRows {
    /** How many rows are in the set. Dense: O(rows / 64); sparse: O(1). */
    int count();

    boolean contains(int row);

    /** Clears in the bitset {@code words} every row that is not in this set. */
    void retainIn(long[] words);

    /** Sets in the bitset {@code words} every row of this set. */
    void addTo(long[] words);
}

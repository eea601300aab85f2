package isuumo.index;

/**
 * An immutable set of rows, out of a fixed number of them.
 *
 * <p>Held as a bitset, or as sorted row numbers where those take less memory: a value that a hundred thousand
 * uploaded items have each to themselves costs four bytes an item then, not a bitset an item.
 */
public sealed interface RowSet permits DenseRows, SparseRows {
    /** How many rows are in the set. O(1). */
    int count();

    boolean contains(int row);

    /** Sets in the bitset {@code words} every row of this set. */
    void addTo(long[] words);
}

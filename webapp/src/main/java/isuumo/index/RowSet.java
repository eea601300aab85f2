package isuumo.index;

/**
 * An immutable set of rows, out of a fixed number of them.
 *
 * <p>Held as a bitset, or as sorted row numbers where those take much less memory, and looking each up takes less time than
 * reading a bitset: a value that a hundred thousand uploaded items have each to themselves costs four bytes an item then,
 * not a bitset an item.
 */
public sealed interface RowSet permits DenseRows, SparseRows {
    /** How many rows are in the set. O(1). */
    int count();

    /** O(1) of a bitset, O(log count) of sorted numbers. */
    boolean contains(int row);

    /**
     * Moves those of the first {@code n} rows that are in this set to the front, in their order.
     *
     * @return how many there are
     */
    int keep(int[] rows, int n);

    /** Sets in the bitset {@code words} every row of this set. */
    void addTo(long[] words);
}

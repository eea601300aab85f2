package isuumo.index;

import org.eclipse.collections.impl.map.mutable.primitive.IntIntHashMap;

/** The row of each id. O(n) build. */
public final class IdIndex {
    /** Of an id that names nothing. */
    public static final int NO_ROW = -1;

    private final IntIntHashMap rowById;

    public IdIndex(int[] idByRow) {
        rowById = new IntIntHashMap(idByRow.length * 2);
        for (int row = 0; row < idByRow.length; row++) {
            rowById.put(idByRow[row], row);
        }
    }

    /** O(1): one probe of a hash table. An id beyond 32 bits names nothing. */
    public int row(long id) {
        return (int) id == id ? rowById.getIfAbsent((int) id, NO_ROW) : NO_ROW;
    }
}

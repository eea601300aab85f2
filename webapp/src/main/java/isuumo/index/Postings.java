package isuumo.index;

import java.util.HashMap;
import java.util.Map;

import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/** Collects rows by text, in ascending row order, and turns each collection into the better form of {@link RowSet}. */
final class Postings {
    private final Map<String, IntArrayList> rowsByText = new HashMap<>();

    /** Rows must come in ascending order; the same row twice in a row counts once. */
    void add(String text, int row) {
        IntArrayList rows = rowsByText.computeIfAbsent(text, _ -> new IntArrayList());
        if (rows.isEmpty() || rows.getLast() != row) {
            rows.add(row);
        }
    }

    Map<String, RowSet> build(int rowCount) {
        Map<String, RowSet> sets = HashMap.newHashMap(rowsByText.size());
        rowsByText.forEach((text, rows) -> sets.put(text, toRowSet(rows, rowCount)));
        return sets;
    }

    private static RowSet toRowSet(IntArrayList rows, int rowCount) {
        SparseRows sparse = new SparseRows(rows.toArray());
        if (SparseRows.areFew(rows.size(), rowCount)) {
            return sparse;
        }
        long[] words = DenseRows.emptyWords(rowCount);
        sparse.addTo(words);
        return new DenseRows(words);
    }
}

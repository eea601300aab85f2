package isuumo.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;

class RowSetTest {
    private static final int ROWS = 320;

    @Test
    void theSmallerFormIsChosen() {
        assertInstanceOf(SparseRows.class, DenseRows.where(ROWS, row -> row < 9).inSmallerForm(ROWS)); // 9 × 32 bits < 320 bits
        assertInstanceOf(DenseRows.class, DenseRows.where(ROWS, row -> row < 10).inSmallerForm(ROWS)); // 10 × 32 bits = 320 bits
    }

    @Test
    void bothFormsAnswerAlike() {
        DenseRows dense = DenseRows.where(ROWS, row -> row % 50 == 7);
        SparseRows sparse = SparseRows.of(dense, dense.count());
        assertEquals(dense.count(), sparse.count());
        for (int row = 0; row < ROWS; row++) {
            assertEquals(dense.contains(row), sparse.contains(row), "row " + row);
        }
        long[] some = DenseRows.where(ROWS, row -> row % 3 == 0).copyOfWords();
        long[] others = some.clone();
        dense.retainIn(some);
        sparse.retainIn(others);
        assertArrayEquals(some, others);
        long[] first = DenseRows.where(ROWS, row -> row % 5 == 0).copyOfWords();
        long[] second = first.clone();
        dense.addTo(first);
        sparse.addTo(second);
        assertArrayEquals(first, second);
    }
}

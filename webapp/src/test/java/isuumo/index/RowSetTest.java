package isuumo.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowSetTest {
    private static final int ROWS = 320;

    @Test
    void fewRowsAreHeldAsNumbers() { // 9 × 32 bits × 8 < 2560 bits
        assertInstanceOf(SparseRows.class, DenseRows.where(2_560, row -> row < 9).inBestForm(2_560));
        assertInstanceOf(DenseRows.class, DenseRows.where(2_560, row -> row < 10).inBestForm(2_560));
    }

    @Test
    void bothFormsAnswerAlike() {
        DenseRows dense = DenseRows.where(ROWS, row -> row % 50 == 7);
        SparseRows sparse = new SparseRows(dense.toRows());
        assertEquals(dense.count(), sparse.count());
        for (int row = 0; row < ROWS; row++) {
            assertEquals(dense.contains(row), sparse.contains(row), "row " + row);
        }
        int[] some = IntStream.range(0, ROWS).filter(row -> row % 3 == 0).toArray();
        int[] others = some.clone();
        int kept = dense.keep(some, some.length);
        assertEquals(kept, sparse.keep(others, others.length));
        assertArrayEquals(Arrays.copyOf(some, kept), Arrays.copyOf(others, kept));
        assertArrayEquals(new int[]{57, 207}, Arrays.copyOf(some, kept));
        long[] first = DenseRows.where(ROWS, row -> row % 5 == 0).words();
        long[] second = first.clone();
        dense.addTo(first);
        sparse.addTo(second);
        assertArrayEquals(first, second);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 320})
    void allRowsAreThoseThereAreAndNoMore(int rows) {
        assertArrayEquals(IntStream.range(0, rows).toArray(), DenseRows.all(rows).toRows());
    }

    @Test
    void aChangedSetIsACopyThatDiffersInTheChangedRows() {
        DenseRows all = DenseRows.all(70);
        DenseRows some = all.changed(new int[]{}, new int[]{3, 64});
        DenseRows others = some.changed(new int[]{3}, new int[]{69});
        assertEquals(List.of(70, 68, 68), List.of(all.count(), some.count(), others.count()));
        assertEquals(List.of(true, false), List.of(all.contains(64), some.contains(64)));
        assertArrayEquals(new int[]{64, 69}, all.differing(others));
        assertArrayEquals(new int[]{3, 69}, others.differing(some));
        assertArrayEquals(new int[]{}, some.differing(some));
    }
}

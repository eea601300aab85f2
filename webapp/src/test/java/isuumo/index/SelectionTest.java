package isuumo.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {
    private static final int[] SIZES = {1, 63, 64, 65, 127, 128, 1000};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void countAndPagesAgreeWithAFilteredList(long seed) {
        RandomGenerator random = Seeded.random(seed);
        for (int rows : SIZES) {
            for (double density : new double[]{0, 0.01, 0.3, 1}) {
                boolean[] a = Seeded.booleans(random, rows, 0.9);
                boolean[] b = Seeded.booleans(random, rows, density);
                IntPredicate both = row -> a[row] && b[row];
                int[] expected = IntStream.range(0, rows).filter(both).toArray();
                // where() picks the sparse form at low density, the dense one at high
                Selection selection = Selection.of(DenseRows.where(rows, row -> a[row]))
                        .and(DenseRows.where(rows, row -> b[row]).inSmallerForm(rows));
                assertEquals(expected.length, selection.count());
                for (int skip = 0; skip <= expected.length + 1; skip += 1 + random.nextInt(7)) {
                    for (int take : new int[]{0, 1, 25, rows + 1}) {
                        assertArrayEquals(slice(expected, skip, take),
                                selection.page(expected.length, skip, take), "rows=" + rows + " skip=" + skip);
                    }
                }
            }
        }
    }

    @Test
    void aPageFarPastTheEndIsEmpty() {
        Selection all = Selection.of(DenseRows.where(10, _ -> true));
        assertArrayEquals(new int[0], all.page(10, 10, 25));
        assertArrayEquals(new int[0], all.page(10, Long.MAX_VALUE, 25));
        assertArrayEquals(new int[]{9}, all.page(10, 9, 25));
    }

    @Test
    void noRowsAtAllHaveNoPage() {
        Selection none = Selection.of(DenseRows.where(0, _ -> true));
        assertEquals(0, none.count());
        assertArrayEquals(new int[0], none.page(0, 0, 25));
    }

    @Test
    void selectingLeavesTheSetsAsTheyWere() {
        DenseRows all = DenseRows.where(100, _ -> true);
        RowSet even = DenseRows.where(100, row -> row % 2 == 0).inSmallerForm(100);
        assertEquals(50, Selection.of(all).and(even).count());
        assertEquals(List.of(100, 50), List.of(all.count(), even.count()));
    }

    @Test
    void withoutTakesOneRowOutOfACopy() {
        DenseRows all = DenseRows.where(70, _ -> true);
        DenseRows rest = all.changed(new int[]{}, new int[]{64});
        assertEquals(List.of(70, 69), List.of(all.count(), rest.count()));
        assertEquals(List.of(true, false), List.of(all.contains(64), rest.contains(64)));
    }

    private static int[] slice(int[] list, int skip, int take) {
        return IntStream.of(list).skip(skip).limit(take).toArray();
    }
}

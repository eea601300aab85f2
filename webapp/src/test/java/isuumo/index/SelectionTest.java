package isuumo.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {
    /** Around a word of 64 rows, around a block of 64 words, and several blocks. */
    private static final int[] SIZES = {1, 63, 64, 65, 128, 1000, 4095, 4096, 4097, 20_000};
    private static final double[] DENSITIES = {0, 0.0005, 0.003, 0.01, 0.3, 0.9, 1};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void countAndPagesAgreeWithAFilteredList(long seed) {
        RandomGenerator random = Seeded.random(seed);
        for (int rows : SIZES) {
            for (int n = 0; n < 40; n++) {
                List<RowSet> sets = new ArrayList<>();
                for (int set = random.nextInt(7); set >= 0; set--) {
                    boolean[] in = Seeded.booleans(random, rows, DENSITIES[random.nextInt(DENSITIES.length)]);
                    DenseRows dense = DenseRows.where(rows, row -> in[row]);
                    sets.add(random.nextInt(4) == 0 ? dense : dense.inBestForm(rows));
                }
                int[] expected = IntStream.range(0, rows).filter(row -> sets.stream().allMatch(s -> s.contains(row)))
                        .toArray();
                assertAgrees(expected, Selection.of(rows, sets), random);
            }
        }
    }

    private static void assertAgrees(int[] expected, Selection selection, RandomGenerator random) {
        assertEquals(expected.length, selection.count());
        for (int skip = 0; skip <= expected.length + 1; skip += 1 + random.nextInt(expected.length / 4 + 7)) {
            for (int take : new int[]{0, 1, 25, expected.length + 1}) {
                assertArrayEquals(IntStream.of(expected).skip(skip).limit(take).toArray(), selection.page(skip, take),
                        "skip=" + skip + " take=" + take);
            }
        }
    }

    @Test
    void aPageFarPastTheEndIsEmpty() {
        Selection all = Selection.of(10, List.of(DenseRows.all(10)));
        assertArrayEquals(new int[0], all.page(10, 25));
        assertArrayEquals(new int[0], all.page(Integer.MAX_VALUE, 25));
        assertArrayEquals(new int[]{9}, all.page(9, Integer.MAX_VALUE));
    }

    @Test
    void noRowsAtAllHaveNoPage() {
        Selection none = Selection.of(0, List.of(DenseRows.all(0)));
        assertEquals(0, none.count());
        assertArrayEquals(new int[0], none.page(0, 25));
    }

    @Test
    void selectingLeavesTheSetsAsTheyWere() {
        DenseRows most = DenseRows.where(100, row -> row > 0);
        RowSet even = DenseRows.where(100, row -> row % 2 == 0).inBestForm(100);
        assertEquals(49, Selection.of(100, List.of(most, even)).count());
        assertEquals(List.of(99, 50), List.of(most.count(), even.count()));
    }
}

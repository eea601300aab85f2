package isuumo.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorIndexTest {
    /** 10 distinct sizes: exact levels; 171, as in the contest; 100,000: far more than levels. */
    @ParameterizedTest
    @CsvSource({"1,10", "2,171", "3,100000"})
    void theFirstAgreeWithAScan(long seed, int sizes) {
        RandomGenerator random = Seeded.random(seed);
        int[] heights = Seeded.ints(random, 4_000, 30, 30 + sizes);
        int[] widths = Seeded.ints(random, 4_000, 30, 30 + sizes);
        boolean[] live = Seeded.booleans(random, 4_000, 0.9);
        DenseRows among = DenseRows.where(4_000, row -> live[row]);
        DoorIndex index = new DoorIndex(heights, widths);
        for (int n = 0; n < 2_000; n++) {
            int a = random.nextInt(29, 32 + sizes);
            int b = random.nextInt(29, 32 + sizes);
            int shorter = Math.min(a, b);
            int longer = Math.max(a, b);
            int[] expected = IntStream.range(0, heights.length)
                    .filter(row -> live[row] && Math.min(heights[row], widths[row]) >= shorter
                            && Math.max(heights[row], widths[row]) >= longer)
                    .limit(20).toArray();
            assertArrayEquals(expected, index.first(shorter, longer, 20, among), shorter + " × " + longer);
        }
    }

    @Test
    void aDoorOfExactlyTheSizeLetsThrough() {
        DoorIndex index = new DoorIndex(new int[]{80, 79, 110}, new int[]{110, 110, 80});
        assertArrayEquals(new int[]{0, 2}, index.first(80, 110, 20, DenseRows.all(3)));
        assertArrayEquals(new int[0], index.first(80, 111, 20, DenseRows.all(3)));
    }

    @Test
    void noDoorsLetNothingThrough() {
        assertArrayEquals(new int[0], new DoorIndex(new int[0], new int[0]).first(1, 2, 20, DenseRows.all(0)));
    }
}

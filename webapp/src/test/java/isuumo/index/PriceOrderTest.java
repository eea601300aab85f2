package isuumo.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceOrderTest {
    @Test
    void tiesAscendById() {
        PriceOrder order = new PriceOrder(new int[]{100, 50, 100, 50}, new int[]{9, 8, 7, 6});
        assertArrayEquals(new int[]{3, 1, 2, 0}, order.first(20, _ -> true));
    }

    /** Most of the cheapest are accepted; some; hardly any, so that all rows are read. */
    @ParameterizedTest
    @CsvSource({"1,0.9", "2,0.5", "3,0.05", "4,0.001"})
    void theFirstAgreeWithASortedScan(long seed, double density) {
        RandomGenerator random = Seeded.random(seed);
        for (int rows : new int[]{0, 19, 256, 257, 3_000}) {
            int[] prices = Seeded.ints(random, rows, 0, 200);
            boolean[] inStock = Seeded.booleans(random, rows, density);
            int[] ids = IntStream.range(0, rows).map(row -> rows - row).toArray();
            int[] expected = IntStream.range(0, rows).boxed().filter(row -> inStock[row])
                    .sorted(Comparator.<Integer>comparingInt(row -> prices[row]).thenComparingInt(row -> ids[row]))
                    .limit(20).mapToInt(Integer::intValue).toArray();
            assertArrayEquals(expected, new PriceOrder(prices, ids).first(20, row -> inStock[row]));
        }
    }
}

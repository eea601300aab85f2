package isuumo.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceOrderTest {
    @Test
    void tiesAscendById() {
        PriceOrder order = new PriceOrder(new int[]{100, 50, 100, 50}, new int[]{9, 8, 7, 6});
        assertArrayEquals(new int[]{3, 1, 2, 0}, order.first(20, _ -> true));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theFirstAgreeWithASortedScan(long seed) {
        RandomGenerator random = Seeded.random(seed);
        int[] prices = Seeded.ints(random, 3_000, 0, 200);
        boolean[] inStock = Seeded.booleans(random, prices.length, 0.5);
        int[] ids = IntStream.range(0, prices.length).map(row -> prices.length - row).toArray();
        int[] expected = IntStream.range(0, prices.length).boxed().filter(row -> inStock[row])
                .sorted(Comparator.<Integer>comparingInt(row -> prices[row]).thenComparingInt(row -> ids[row]))
                .limit(20).mapToInt(Integer::intValue).toArray();
        assertArrayEquals(expected, new PriceOrder(prices, ids).first(20, row -> inStock[row]));
    }
}

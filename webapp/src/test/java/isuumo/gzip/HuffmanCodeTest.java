package isuumo.gzip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HuffmanCodeTest {
    /** Fibonacci's numbers give the deepest tree. */
    @Test
    void noCodeIsLongerThanTheLimitAndAllCodesAreUsed() {
        long[] fibonacci = new long[60];
        fibonacci[1] = 1;
        for (int i = 2; i < fibonacci.length; i++) {
            fibonacci[i] = fibonacci[i - 1] + fibonacci[i - 2];
        }
        assertComplete(HuffmanCode.of(fibonacci, 7), 7);
        SplittableRandom random = new SplittableRandom(1);
        for (int n = 2; n < 287; n++) {
            long[] counts = IntStream.range(0, n).mapToLong(_ -> 1L << random.nextInt(40)).toArray();
            assertComplete(HuffmanCode.of(counts, 14), 14);
        }
    }

    private static void assertComplete(HuffmanCode code, int limit) {
        long used = 0;
        for (int symbol = 0; symbol < code.symbols(); symbol++) {
            assertTrue(code.length(symbol) >= 1 && code.length(symbol) <= limit);
            used += 1L << limit - code.length(symbol);
        }
        assertEquals(1L << limit, used);
    }

    @Test
    void theMoreFrequentSymbolHasTheShorterCode() {
        HuffmanCode code = HuffmanCode.of(new long[]{1000, 10, 10, 10, 500}, 14);
        assertEquals(1, code.length(0));
        assertEquals(2, code.length(4));
    }
}

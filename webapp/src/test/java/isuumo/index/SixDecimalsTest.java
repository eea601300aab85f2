package isuumo.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SixDecimalsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theFastPathAgreesWithTheExactDecimal(long seed) {
        RandomGenerator random = Seeded.random(seed);
        for (int n = 0; n < 200_000; n++) {
            assertExact(random.nextDouble(-180, 180));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4})
    void soItDoesRightBesideTheMiddleOfTwoResults(long seed) {
        RandomGenerator random = Seeded.random(seed);
        for (int n = 0; n < 50_000; n++) {
            double middle = (random.nextInt(-180_000_000, 180_000_000) + 0.5) / 1e6;
            assertExact(middle);
            assertExact(Math.nextUp(middle));
            assertExact(Math.nextDown(middle));
        }
    }

    private static void assertExact(double value) {
        double expected = new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN).movePointRight(6).doubleValue();
        assertEquals(expected + 0.0, SixDecimals.millionths(value) + 0.0, () -> "value=" + new BigDecimal(value));
    }

    /** 1/128 and 3/128 lie exactly between two results: printf rounds them to the even one. */
    @ParameterizedTest
    @CsvSource({"0.0078125, 7812", "0.0234375, 23438", "35.6812405, 35681241", "139.7671248, 139767125"})
    void knownValuesRoundAsPrintfDoes(double value, double millionths) {
        assertEquals(millionths, SixDecimals.millionths(value));
    }

    @Test
    void aValueThatIsRoundAlreadyStays() {
        assertEquals(35123456, SixDecimals.millionths(35.123456));
    }
}

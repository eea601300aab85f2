package isuumo.index;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Rounds to 6 decimals as C's and Go's {@code %f} do: the exact binary value, halves to even.
 *
 * <p>Equivalent to {@code new BigDecimal(value).setScale(6, HALF_EVEN).doubleValue()}, which is the slow path for values
 * so near the middle of two results that the product's rounding error could decide. For all others the nearest integer
 * to {@code value * 1e6} is certain, and its division by 1e6 is correctly rounded, as parsing the printed digits is.
 */
final class SixDecimals {
    private static final int DECIMALS = 6;
    private static final double SCALE = 1e6;
    /** Above the product's error for |value| up to 360: 2^-53 × 3.6e8 is 4e-8. */
    private static final double UNSURE = 1e-6;
    private static final double MAX_FAST = 360;

    private SixDecimals() {}

    static double round(double value) {
        double scaled = value * SCALE;
        double nearest = Math.rint(scaled);
        if (Math.abs(value) <= MAX_FAST && Math.abs(Math.abs(scaled - nearest) - 0.5) > UNSURE) {
            return nearest / SCALE;
        }
        return new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).doubleValue();
    }
}

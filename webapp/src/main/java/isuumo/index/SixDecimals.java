package isuumo.index;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The digits that C's and Go's {@code %f} print: 6 decimals of the exact binary value, halves to even.
 *
 * <p>They are kept as a whole number of millionths, which a double holds exactly. Divided by 1e6 they would not be
 * exact, and three printed points on one line would no longer lie on one.
 *
 * <p>Equivalent to {@code new BigDecimal(value).setScale(6, HALF_EVEN).unscaledValue()}, which is the slow path for
 * values so near the middle of two results that the product's rounding error could decide. For all others the nearest
 * integer to {@code value * 1e6} is certain.
 */
final class SixDecimals {
    private static final int DECIMALS = 6;
    private static final double SCALE = 1e6;
    /** Above the product's error for |value| up to 360: 2^-53 × 3.6e8 is 4e-8. */
    private static final double UNSURE = 1e-6;
    private static final double MAX_FAST = 360;

    private SixDecimals() {}

    static double millionths(double value) {
        double scaled = value * SCALE;
        double nearest = Math.rint(scaled);
        if (Math.abs(value) <= MAX_FAST && Math.abs(Math.abs(scaled - nearest) - 0.5) > UNSURE) {
            return nearest;
        }
        return new BigDecimal(value).setScale(DECIMALS, RoundingMode.HALF_EVEN).unscaledValue().doubleValue();
    }
}

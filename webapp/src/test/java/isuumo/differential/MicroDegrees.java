package isuumo.differential;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A place in whole millionths of a degree: what C's and Go's {@code %f} print of it.
 *
 * <p>Exact: from the binary value, halves to even. (Java's own {@code %.6f} rounds the shortest decimal digits instead.)
 */
record MicroDegrees(long latitude, long longitude) {
    private static final int DECIMALS = 6;

    static MicroDegrees of(double latitude, double longitude) {
        return new MicroDegrees(round(latitude), round(longitude));
    }

    private static long round(double degrees) {
        return new BigDecimal(degrees).setScale(DECIMALS, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
    }

    /** As in WKT: {@code 35.123456 139.000001}. */
    String text() {
        return BigDecimal.valueOf(latitude, DECIMALS).toPlainString() + " "
                + BigDecimal.valueOf(longitude, DECIMALS).toPlainString();
    }
}

package isuumo.bench.truth;

import isuumo.bench.data.Point;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A place in millionths of a degree: what {@code printf("%f")} leaves of a coordinate, as an integer, so that geometry
 * on it is exact.
 */
public record MicroPoint(long latitude, long longitude) {

    /** Rounds the exact binary value, ties to even, as printf does. */
    public static MicroPoint of(Point point) {
        return new MicroPoint(micro(point.latitude()), micro(point.longitude()));
    }

    private static long micro(double degrees) {
        return new BigDecimal(degrees).setScale(6, RoundingMode.HALF_EVEN).unscaledValue().longValueExact();
    }
}

package isuumo.bench.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.bench.data.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PolygonTest {
    private static final Polygon DIAMOND = polygon(0, 2, 2, 0, 4, 2, 2, 4, 0, 2);

    private static Polygon polygon(double... latLon) {
        return Polygon.of(java.util.stream.IntStream.range(0, latLon.length / 2)
                .mapToObj(i -> new Point(latLon[2 * i], latLon[2 * i + 1])).toList());
    }

    private static boolean contains(Polygon polygon, double latitude, double longitude) {
        return polygon.contains(MicroPoint.of(new Point(latitude, longitude)));
    }

    @Test
    void theInsideIsInAndTheOutsideIsOut() {
        assertTrue(contains(DIAMOND, 2, 2));
        assertTrue(contains(DIAMOND, 1, 1.5));
        assertFalse(contains(DIAMOND, 0.5, 0.5));
        assertFalse(contains(DIAMOND, 2, 5));
    }

    @Test
    void edgesAndVerticesAreOut() {
        for (double[] p : List.of(new double[]{1, 1}, new double[]{3, 3}, new double[]{0, 2}, new double[]{2, 0})) {
            assertFalse(contains(DIAMOND, p[0], p[1]), () -> p[0] + "," + p[1]);
        }
        assertTrue(contains(DIAMOND, 1.000001, 1.000001));
        assertFalse(contains(DIAMOND, 1.0000004, 1.0000004), "rounds onto the edge");
    }

    @Test
    void aRayThroughAVertexCountsOnce() {
        Polygon house = polygon(0, 0, 2, 0, 3, 2, 2, 4, 0, 4, 0, 0);
        assertTrue(contains(house, 2, 2));
        assertFalse(contains(house, 2, -1));
        assertFalse(contains(house, 3, 1));
    }

    @Test
    void aRingThatCrossesItselfIsJudgedByTheEvenOddRule() {
        Polygon bowTie = polygon(0, 0, 4, 4, 4, 0, 0, 4, 0, 0);
        assertTrue(contains(bowTie, 3, 2));
        assertTrue(contains(bowTie, 1, 2));
        assertFalse(contains(bowTie, 2, 1));
    }

    @Test
    void theBoxIncludesItsEdges() {
        assertTrue(DIAMOND.boxHolds(new Point(0, 0)));
        assertFalse(DIAMOND.boxHolds(new Point(0, 4.0000001)));
    }

    @Test
    void roundingIsThatOfPrintf() {
        for (double d : new double[]{139.1234565, 0.0000005, 35.9999995, -12.3456785, 1.0000015}) {
            long expected = Long.parseLong(String.format("%.6f", new java.math.BigDecimal(d)).replace(".", ""));
            assertEquals(expected, MicroPoint.of(new Point(d, 0)).latitude(), () -> "" + d);
        }
    }
}

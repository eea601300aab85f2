package isuumo.index;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointIndexTest {
    private static final List<Point> SQUARE = ring(0, 0, 0, 10, 10, 10, 10, 0);

    /** 12 vertices: every edge is tried; 100 and more: those near each block. All against the plain even-odd rule. */
    @ParameterizedTest
    @CsvSource({"1,12", "2,12", "3,4", "4,300", "5,100"})
    void theFirstInsideAgreeWithAScan(long seed, int vertices) {
        RandomGenerator random = Seeded.random(seed);
        List<Point> points = Stream.generate(() -> point(random, 3)).limit(3_000).toList();
        boolean[] live = Seeded.booleans(random, points.size(), 0.9);
        DenseRows among = DenseRows.where(points.size(), row -> live[row]);
        PointIndex index = new PointIndex(points);
        for (int n = 0; n < 50; n++) {
            List<Point> ring = new ArrayList<>();
            while (ring.size() < vertices - 1) {
                ring.add(point(random, 4)); // crosses itself nearly always
            }
            ring.add(ring.getFirst());
            int[] expected = IntStream.range(0, points.size())
                    .filter(row -> live[row] && isInside(ring, points.get(row)))
                    .limit(50).toArray();
            assertArrayEquals(expected, index.first(new Ring(ring), 50, among), () -> "ring=" + ring);
        }
    }

    private static Point point(RandomGenerator random, double halfSide) {
        return new Point(35 + random.nextDouble(-halfSide, halfSide), 139 + random.nextDouble(-halfSide, halfSide));
    }

    /** A random point is on no edge, so that this needs no exactness. */
    private static boolean isInside(List<Point> ring, Point point) {
        Point p = point.inMillionths();
        boolean inside = false;
        for (int i = 1; i < ring.size(); i++) {
            Point a = ring.get(i - 1).inMillionths();
            Point b = ring.get(i).inMillionths();
            if (a.latitude() > p.latitude() != b.latitude() > p.latitude()) {
                double crossing = a.longitude() + (p.latitude() - a.latitude()) / (b.latitude() - a.latitude())
                        * (b.longitude() - a.longitude());
                inside ^= p.longitude() < crossing;
            }
        }
        return inside;
    }

    @Test
    void edgesAndVerticesAreNotInside() {
        assertInside(SQUARE, new Point(5, 5), true);
        assertInside(SQUARE, new Point(0, 5), false);
        assertInside(SQUARE, new Point(5, 10), false);
        assertInside(SQUARE, new Point(10, 10), false);
        assertInside(SQUARE, new Point(0, 0), false);
        assertInside(ring(0, 0, 3, 7, 9, 1), new Point(1.5, 3.5), false); // in the middle of a slanted edge
    }

    /** In doubles these three points are on no line: 31.671886 is nearer to one neighbour than it should be. */
    @Test
    void threePrintedPointsOnALineAreOnALine() {
        List<Point> ring = ring(31.671885, 131.029144, 31.671889, 131.029148, 31.671889, 131.029143);
        assertInside(ring, new Point(31.671886, 131.029145), false);
        assertInside(ring, new Point(31.671887, 131.029146), false);
        assertInside(ring, new Point(31.671888, 131.029147), false);
        assertInside(ring, new Point(31.671888, 131.029146), true);
    }

    @Test
    void roundingDecidesBesideAnEdge() {
        assertInside(SQUARE, new Point(0.0000004, 5), false); // %f prints 0.000000: on the edge
        assertInside(SQUARE, new Point(0.0000006, 5), true); // %f prints 0.000001
        List<Point> ring = ring(0.0000006, 0, 0.0000006, 10, 10, 10, 10, 0); // prints 0.000001 too
        assertInside(ring, new Point(0.0000008, 5), false);
    }

    /** The bounding box is taken before rounding: what lies outside it is out, though rounding would bring it in. */
    @Test
    void theBoundingBoxIsNotRounded() {
        List<Point> ring = ring(0.0000006, 0, 0.0000006, 10, 10, 10, 10, 0); // prints 0.000001
        assertInside(ring, new Point(0.0000004, 5), false);
        List<Point> wide = ring(-0.0000004, 0, -0.0000004, 10, 10, 10, 10, 0); // prints -0.000000
        assertInside(wide, new Point(10.0000001, 5), false);
        assertInside(wide, new Point(0.0000009, 5), true);
    }

    @Test
    void aRingThatCrossesItselfIsJudgedByTheEvenOddRule() {
        List<Point> pentagram = ring(0, 3, 10, 3, 2, 9, 5, 0, 8, 9);
        assertInside(pentagram, new Point(5, 4), false); // the middle is crossed twice
        assertInside(pentagram, new Point(1, 3.5), true); // a tip
    }

    @Test
    void aDegenerateRingHasNoInside() {
        assertInside(ring(0, 0, 10, 10, 5, 5), new Point(5, 5), false);
        assertInside(ring(5, 5, 5, 5, 5, 5), new Point(5, 5), false);
    }

    @Test
    void theLimitKeepsTheMostPopular() {
        List<Point> points = Stream.generate(() -> new Point(5, 5)).limit(120).toList();
        assertArrayEquals(IntStream.range(0, 50).toArray(),
                new PointIndex(points).first(new Ring(SQUARE), 50, DenseRows.all(120)));
    }

    @Test
    void noPointsAreInsideOfNothing() {
        assertArrayEquals(new int[0], new PointIndex(List.of()).first(new Ring(SQUARE), 50, DenseRows.all(0)));
    }

    @Test
    void aRingMustBeClosedAndHaveFourPoints() {
        assertThrows(IllegalArgumentException.class, () -> new Ring(SQUARE.subList(0, 4)));
        assertThrows(IllegalArgumentException.class,
                () -> new Ring(List.of(new Point(0, 0), new Point(1, 1), new Point(0, 0))));
    }

    private static void assertInside(List<Point> ring, Point point, boolean inside) {
        assertArrayEquals(inside ? new int[]{0} : new int[0],
                new PointIndex(List.of(point)).first(new Ring(ring), 50, DenseRows.all(1)),
                () -> point + " in " + ring);
    }

    /** Latitude, longitude, latitude, longitude …; the first is repeated at the end. */
    private static List<Point> ring(double... coordinates) {
        List<Point> ring = new ArrayList<>();
        for (int i = 0; i < coordinates.length; i += 2) {
            ring.add(new Point(coordinates[i], coordinates[i + 1]));
        }
        ring.add(ring.getFirst());
        return ring;
    }
}

package isuumo.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

/** Whole numbers against JTS's robust doubles, on grids so coarse that points often lie on edges and vertices. */
class RingTest {
    private static final int RINGS = 2_000;

    @ParameterizedTest
    @CsvSource({"1,4,1", "2,6,1", "3,9,1", "4,6,30000000", "5,99,20000000"})
    void agreesWithJtsOnEdgesAndVerticesToo(long seed, int vertices, int stepMillionths) {
        RandomGenerator random = Seeded.random(seed);
        int onTheBoundary = 0;
        for (int n = 0; n < RINGS; n++) {
            List<Point> vertexList = ring(random, vertices, stepMillionths);
            Ring ring = new Ring(vertexList);
            Coordinate[] jts = jts(vertexList);
            for (int latitude = -3; latitude <= 3; latitude++) {
                for (int longitude = -3; longitude <= 3; longitude++) {
                    Coordinate point = new Coordinate(latitude * stepMillionths, longitude * stepMillionths);
                    int location = RayCrossingCounter.locatePointInRing(point, jts);
                    onTheBoundary += location == Location.BOUNDARY ? 1 : 0;
                    assertEquals(location == Location.INTERIOR,
                            ring.edges().surroundStrictly((int) point.x, (int) point.y),
                            () -> point + " in " + vertexList);
                }
            }
        }
        assertTrue(onTheBoundary > RINGS, "only " + onTheBoundary + " points were on the boundary");
    }

    /** Boxes in boxes, with places, edges and vertices on their borders, or of one place alone. */
    @ParameterizedTest
    @CsvSource({"11,4,1", "12,6,1", "13,9,30000000", "14,60,20000000"})
    void thePlacesOfABoxSeeTheSame(long seed, int vertices, int stepMillionths) {
        RandomGenerator random = Seeded.random(seed);
        for (int n = 0; n < RINGS; n++) {
            List<Point> vertexList = ring(random, vertices, stepMillionths);
            RingEdges all = new Ring(vertexList).edges();
            RingEdges seen = all;
            int south = -3;
            int west = -3;
            int north = 3;
            int east = 3;
            for (int depth = 0; depth < 3; depth++) {
                south = random.nextInt(south, north + 1);
                north = random.nextInt(south, north + 1);
                west = random.nextInt(west, east + 1);
                east = random.nextInt(west, east + 1);
                seen = seen.within(new Box(south * stepMillionths, west * stepMillionths, north * stepMillionths,
                        east * stepMillionths));
                for (int latitude = south; latitude <= north; latitude++) {
                    for (int longitude = west; longitude <= east; longitude++) {
                        int y = latitude * stepMillionths;
                        int x = longitude * stepMillionths;
                        assertEquals(all.surroundStrictly(y, x), seen.surroundStrictly(y, x),
                                () -> y + ", " + x + " in " + vertexList);
                    }
                }
            }
        }
    }

    private static Coordinate[] jts(List<Point> vertices) {
        return vertices.stream().map(Point::inMillionths).map(v -> new Coordinate(v.latitude(), v.longitude()))
                .toArray(Coordinate[]::new);
    }

    private static List<Point> ring(RandomGenerator random, int vertices, int stepMillionths) {
        List<Point> ring = new ArrayList<>();
        while (ring.size() < vertices - 1) {
            ring.add(new Point(random.nextInt(-3, 4) * stepMillionths / 1e6,
                    random.nextInt(-3, 4) * stepMillionths / 1e6));
        }
        ring.add(ring.getFirst());
        return ring;
    }
}

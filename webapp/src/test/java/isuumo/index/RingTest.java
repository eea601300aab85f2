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
            Coordinate[] jts = vertexList.stream().map(v -> Ring.coordinate(v.inMillionths()))
                    .toArray(Coordinate[]::new);
            for (int latitude = -3; latitude <= 3; latitude++) {
                for (int longitude = -3; longitude <= 3; longitude++) {
                    Coordinate point = new Coordinate(latitude * stepMillionths, longitude * stepMillionths);
                    int location = RayCrossingCounter.locatePointInRing(point, jts);
                    onTheBoundary += location == Location.BOUNDARY ? 1 : 0;
                    assertEquals(location == Location.INTERIOR, ring.containsStrictly((int) point.x, (int) point.y),
                            () -> point + " in " + vertexList);
                }
            }
        }
        assertTrue(onTheBoundary > RINGS, "only " + onTheBoundary + " points were on the boundary");
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

package isuumo.bench.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.bench.data.Conditions;
import isuumo.bench.data.Point;
import isuumo.bench.fault.SmallData;
import isuumo.bench.truth.MicroPoint;
import isuumo.bench.truth.Polygon;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class RandomRequestsTest {
    private static final long SEED = 11;

    @Test
    void conditionsComeByTheContestsWeights() {
        Conditions.OfChairs conditions = SmallData.of(SEED).chairConditions();
        SplittableRandom random = new SplittableRandom(SEED);
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < 9000; i++) {
            RandomQuery.chairs(conditions, 0, random).keySet().forEach(k -> counts.merge(k, 1, Integer::sum));
        }
        assertEquals(3000, counts.get("priceRangeId"), 200, "3/9");
        assertEquals(2000, counts.get("heightRangeId"), 200, "2/9");
        for (String ninth : List.of("widthRangeId", "depthRangeId", "kind", "color")) {
            assertEquals(1000, counts.get(ninth), 150, ninth);
        }
    }

    @Test
    void higherLevelsDrawMoreConditions() {
        Conditions.OfChairs conditions = SmallData.of(SEED).chairConditions();
        SplittableRandom random = new SplittableRandom(SEED);
        int most = 0;
        for (int i = 0; i < 1000; i++) {
            assertEquals(1, RandomQuery.chairs(conditions, 1, random).size());
            most = Math.max(most, RandomQuery.chairs(conditions, 11, random).size());
        }
        assertTrue(most > 3 && most <= 6, "11/2 + 1 draws with repetition, most " + most);
    }

    @Test
    void polygonsAreClosedConvexAndNearAKnownPlace() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 2000; i++) {
            List<Point> ring = RandomPolygon.ring(random);
            assertEquals(ring.getFirst(), ring.getLast());
            assertTrue(ring.size() >= 4 && ring.size() <= 20);
            double latitude = ring.stream().mapToDouble(Point::latitude).average().orElseThrow();
            double longitude = ring.stream().mapToDouble(Point::longitude).average().orElseThrow();
            assertTrue(RandomPolygon.PLACES.stream().anyMatch(p -> Math.abs(p.latitude() - latitude) < 2.1
                    && Math.abs(p.longitude() - longitude) < 2.1));
            assertTrue(Polygon.of(ring).contains(MicroPoint.of(new Point(latitude, longitude))), "convex");
        }
        assertEquals(23, RandomPolygon.PLACES.size());
    }

    @Test
    void theSameSeedAsksTheSame() {
        Conditions.OfEstates conditions = SmallData.of(SEED).estateConditions();
        assertEquals(RandomQuery.estates(conditions, 9, new SplittableRandom(1)),
                RandomQuery.estates(conditions, 9, new SplittableRandom(1)));
        assertEquals(RandomPolygon.ring(new SplittableRandom(1)), RandomPolygon.ring(new SplittableRandom(1)));
    }
}

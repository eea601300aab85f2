package isuumo.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * The outlines of Japan's prefectures; what no prefecture contains is sea (or a lake: not told apart).
 *
 * <p>Exact to some hundred metres, as the source is (see {@code estate/prefectures.txt}). A query asks an index of the
 * prefecture's edges; JTS computes orientations exactly, so the answer is the same on every machine. Immutable and
 * thread-safe.
 */
final class Prefectures {
    private static final double STEPS_PER_DEGREE = 1_000;
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final Map<String, IndexedPointInAreaLocator> byName;

    private Prefectures(Map<String, IndexedPointInAreaLocator> byName) {
        this.byName = byName;
    }

    /** Reads lines of a name, a tab and one ring of x y steps. */
    static Prefectures read(String name) {
        Map<String, List<Polygon>> islands = WordList.read(name).stream().map(line -> line.split("\t"))
                .collect(Collectors.groupingBy(fields -> fields[0],
                        Collectors.mapping(fields -> ring(fields[1]), Collectors.toList())));
        return new Prefectures(islands.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey,
                entry -> new IndexedPointInAreaLocator(
                        GEOMETRY.createMultiPolygon(entry.getValue().toArray(Polygon[]::new))))));
    }

    private static Polygon ring(String steps) {
        String[] numbers = steps.split(" ");
        List<Coordinate> ring = new ArrayList<>();
        int x = 0;
        int y = 0;
        for (int i = 0; i < numbers.length; i += 2) {
            x += Integer.parseInt(numbers[i]);
            y += Integer.parseInt(numbers[i + 1]);
            ring.add(new Coordinate(x / STEPS_PER_DEGREE, y / STEPS_PER_DEGREE));
        }
        return GEOMETRY.createPolygon(ring.toArray(Coordinate[]::new));
    }

    /** The prefecture that begins an address. */
    String of(String address) {
        return byName.keySet().stream().filter(address::startsWith).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no prefecture begins the address " + address));
    }

    boolean contains(String prefecture, double latitude, double longitude) {
        return byName.get(prefecture).locate(new Coordinate(longitude, latitude)) != Location.EXTERIOR;
    }
}

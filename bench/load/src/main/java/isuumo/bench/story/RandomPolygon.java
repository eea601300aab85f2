package isuumo.bench.story;

import isuumo.bench.data.Point;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Random areas as users draw them: convex, closed, near a known place in Japan. */
public final class RandomPolygon {
    private static final int MIN_POINTS = 10;
    private static final int MAX_POINTS = 19;
    private static final double MIN_BOX_DEGREES = 0.1;
    private static final double MAX_BOX_DEGREES = 1;
    private static final double MAX_OFFSET_DEGREES = 1.5;

    /** 23 cities, north to south. */
    static final List<Point> PLACES = List.of(new Point(43.06, 141.35), new Point(41.77, 140.73),
            new Point(40.82, 140.75), new Point(39.70, 141.15), new Point(38.27, 140.87), new Point(37.92, 139.04),
            new Point(36.65, 138.18), new Point(36.56, 136.66), new Point(36.34, 140.45), new Point(35.86, 139.65),
            new Point(35.69, 139.69), new Point(35.44, 139.64), new Point(35.18, 136.91), new Point(35.02, 135.76),
            new Point(34.98, 138.38), new Point(34.69, 135.50), new Point(34.66, 133.93), new Point(34.40, 132.46),
            new Point(34.07, 134.56), new Point(33.84, 132.77), new Point(33.59, 130.40), new Point(32.79, 130.74),
            new Point(26.21, 127.68));

    private RandomPolygon() {}

    /** A closed convex ring, counter-clockwise with latitude as the first axis. */
    public static List<Point> ring(RandomGenerator random) {
        Point place = PLACES.get(random.nextInt(PLACES.size()));
        double south = place.latitude() + random.nextDouble(-MAX_OFFSET_DEGREES, MAX_OFFSET_DEGREES);
        double west = place.longitude() + random.nextDouble(-MAX_OFFSET_DEGREES, MAX_OFFSET_DEGREES);
        double height = random.nextDouble(MIN_BOX_DEGREES, MAX_BOX_DEGREES);
        double width = random.nextDouble(MIN_BOX_DEGREES, MAX_BOX_DEGREES);
        int count = random.nextInt(MIN_POINTS, MAX_POINTS + 1);
        List<Point> points = Stream.generate(() -> new Point(south + random.nextDouble(-0.5, 0.5) * height,
                west + random.nextDouble(-0.5, 0.5) * width)).limit(count).toList();
        List<Point> hull = hull(points);
        hull.add(hull.getFirst());
        return hull;
    }

    /** Andrew's monotone chain. */
    static List<Point> hull(List<Point> points) {
        List<Point> sorted = points.stream().distinct()
                .sorted(Comparator.comparingDouble(Point::latitude).thenComparingDouble(Point::longitude)).toList();
        List<Point> hull = chain(sorted);
        List<Point> back = chain(sorted.reversed());
        hull.removeLast();
        back.removeLast();
        hull.addAll(back);
        return hull;
    }

    private static List<Point> chain(List<Point> sorted) {
        List<Point> chain = new ArrayList<>();
        for (Point point : sorted) {
            while (chain.size() >= 2 && !turnsLeft(chain.get(chain.size() - 2), chain.getLast(), point)) {
                chain.removeLast();
            }
            chain.add(point);
        }
        return chain;
    }

    private static boolean turnsLeft(Point a, Point b, Point c) {
        return (b.latitude() - a.latitude()) * (c.longitude() - a.longitude()) > (b.longitude() - a.longitude())
                * (c.latitude() - a.latitude());
    }

    /** The contract's request body. */
    public static String body(List<Point> ring) {
        StringBuilder out = new StringBuilder("{\"coordinates\":[");
        for (int i = 0; i < ring.size(); i++) {
            out.append(i == 0 ? "" : ",").append("{\"latitude\":").append(ring.get(i).latitude())
                    .append(",\"longitude\":").append(ring.get(i).longitude()).append('}');
        }
        return out.append("]}").toString();
    }
}

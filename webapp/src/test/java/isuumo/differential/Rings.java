package isuumo.differential;

import isuumo.index.Point;
import isuumo.table.EstateRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Random rings around a random estate: what a hand draws, and what it hardly ever does. */
final class Rings {
    private final List<EstateRow> estates;

    Rings(List<EstateRow> estates) {
        this.estates = estates;
    }

    List<Point> random(RandomGenerator random) {
        EstateRow estate = Cases.oneOf(random, estates);
        Point centre = new Point(estate.latitude(), estate.longitude());
        List<Point> vertices = switch (random.nextInt(8)) {
            case 0, 1 -> hull(points(random, random.nextInt(10, 20), centre, random.nextDouble(0.1, 1)));
            case 2 -> points(random, random.nextInt(3, 20), centre, random.nextDouble(0.1, 1)); // crosses itself
            case 3 -> grid(random, centre); // crosses itself, touches itself, folds back; estates on its edges
            case 4 -> points(random, random.nextInt(3, 6), centre, 3e-6); // hardly larger than a rounding step
            case 5 -> throughEstates(random, centre);
            case 6 -> star(random, centre);
            default -> hull(points(random, 15, centre, 20)); // half of the country
        };
        vertices = new ArrayList<>(vertices);
        while (vertices.size() < 3) {
            vertices.add(vertices.getFirst());
        }
        vertices.add(vertices.getFirst());
        return vertices;
    }

    private static List<Point> points(RandomGenerator random, int count, Point centre, double size) {
        return IntStream.range(0, count).mapToObj(_ -> new Point(
                centre.latitude() + (random.nextDouble() - 0.5) * size,
                centre.longitude() + (random.nextDouble() - 0.5) * size)).toList();
    }

    /** A hundred vertices and more, around the estate, which do not cross; here and there SQL takes long for more. */
    private static List<Point> star(RandomGenerator random, Point centre) {
        int vertices = random.nextInt(100, 200);
        return IntStream.range(0, vertices).mapToObj(n -> {
            double radius = random.nextDouble(0.1, 1);
            double angle = 2 * Math.PI * n / vertices;
            return new Point(centre.latitude() + radius * Math.cos(angle),
                    centre.longitude() + radius * Math.sin(angle));
        }).toList();
    }

    /** Whole micro-degrees to both sides of the estate, so that edges meet it and each other. */
    private static List<Point> grid(RandomGenerator random, Point centre) {
        MicroDegrees middle = MicroDegrees.of(centre.latitude(), centre.longitude());
        long step = List.of(1L, 7L, 1_000L, 33_333L).get(random.nextInt(4));
        return IntStream.range(0, random.nextInt(3, 10)).mapToObj(_ -> new Point(
                (middle.latitude() + step * random.nextInt(-3, 4)) / 1e6,
                (middle.longitude() + step * random.nextInt(-3, 4)) / 1e6)).toList();
    }

    /** Vertices on estates near by, in any order. */
    private List<Point> throughEstates(RandomGenerator random, Point centre) {
        return random.ints(random.nextInt(3, 12), 0, estates.size()).mapToObj(estates::get)
                .map(estate -> new Point(estate.latitude(), estate.longitude()))
                .map(place -> Math.abs(place.latitude() - centre.latitude()) < 3 ? place : centre).toList();
    }

    /** Andrew's monotone chain. */
    private static List<Point> hull(List<Point> points) {
        List<Point> sorted = points.stream()
                .sorted(Comparator.comparingDouble(Point::latitude).thenComparingDouble(Point::longitude)).toList();
        List<Point> hull = new ArrayList<>(half(sorted));
        hull.addAll(half(sorted.reversed()));
        return hull;
    }

    private static List<Point> half(List<Point> sorted) {
        List<Point> chain = new ArrayList<>();
        for (Point point : sorted) {
            while (chain.size() > 1 && turn(chain.get(chain.size() - 2), chain.getLast(), point) <= 0) {
                chain.removeLast();
            }
            chain.add(point);
        }
        chain.removeLast();
        return chain;
    }

    private static double turn(Point a, Point b, Point c) {
        return (b.latitude() - a.latitude()) * (c.longitude() - a.longitude())
                - (b.longitude() - a.longitude()) * (c.latitude() - a.latitude());
    }
}

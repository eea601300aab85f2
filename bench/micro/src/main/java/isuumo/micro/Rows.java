package isuumo.micro;

import isuumo.catalog.Conditions;
import isuumo.http.KeptJson;
import isuumo.index.Point;
import isuumo.index.Range;
import isuumo.table.ChairRow;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Random rows with the contest data's distributions, in popularity order; the same size gives the same rows. */
final class Rows {
    private static final long SEED = 10;
    private static final String DESCRIPTION = "座り心地のよい椅子です。".repeat(5);
    private static final String THUMBNAIL = "/images/chair/" + "0".repeat(64) + ".png";
    static final List<Range> SIZE_RANGES = List.of(new Range(-1, 80), new Range(80, 110), new Range(110, 150),
            new Range(150, -1));
    static final List<Range> PRICE_RANGES = List.of(new Range(-1, 3000), new Range(3000, 6000), new Range(6000, 9000),
            new Range(9000, 12000), new Range(12000, 15000), new Range(15000, -1));

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final int count;

    Rows(int count) {
        this.count = count;
    }

    int[] sizesCm() {
        return IntStream.generate(() -> random.nextInt(30, 201)).limit(count).toArray();
    }

    int[] pricesYen() {
        return IntStream.generate(() -> random.nextInt(1000, 20001)).limit(count).toArray();
    }

    /** Up to three of fifty words each. */
    String[] features() {
        return Stream.generate(() -> IntStream.range(0, random.nextInt(4)).mapToObj(_ -> "特徴" + random.nextInt(50))
                .reduce((a, b) -> a + "," + b).orElse("")).limit(count).toArray(String[]::new);
    }

    /** With ids from one on, in stock, and a JSON of the usual length. */
    List<ChairRow> chairs(int firstId) {
        int[] heights = sizesCm();
        int[] prices = pricesYen();
        String[] features = features();
        return IntStream.range(0, count)
                .mapToObj(i -> new ChairRow(firstId + i, "椅子" + i, DESCRIPTION, THUMBNAIL, prices[i], heights[i],
                        random.nextInt(30, 201), random.nextInt(30, 201), "色" + random.nextInt(14), features[i],
                        "種類" + random.nextInt(7), random.nextInt(1_000_000), 1))
                .toList();
    }

    static Conditions conditions() {
        return new Conditions(new KeptJson(new byte[0]), List.of(PRICE_RANGES, SIZE_RANGES, SIZE_RANGES, SIZE_RANGES));
    }

    /** Scattered normally (0.3 degree) around thirty places. */
    List<Point> points() {
        List<Point> places = Stream.generate(() -> new Point(random.nextDouble(31, 43), random.nextDouble(130, 141)))
                .limit(30).toList();
        return Stream.generate(() -> places.get(random.nextInt(places.size())))
                .map(p -> sixDecimals(p.latitude() + random.nextGaussian() * 0.3,
                        p.longitude() + random.nextGaussian() * 0.3))
                .limit(count).toList();
    }

    /** A closed ring of so many corners around a point, with this radius in degrees. */
    static List<Point> ring(Point centre, int corners, double radius) {
        List<Point> ring = IntStream.range(0, corners).mapToObj(i -> {
            double angle = 2 * Math.PI * i / corners;
            return sixDecimals(centre.latitude() + radius * Math.sin(angle),
                    centre.longitude() + radius * Math.cos(angle));
        }).toList();
        return Stream.concat(ring.stream(), Stream.of(ring.getFirst())).toList();
    }

    static Point sixDecimals(double latitude, double longitude) {
        return new Point(Math.round(latitude * 1e6) / 1e6, Math.round(longitude * 1e6) / 1e6);
    }

    static void requireSame(int[] indexed, int[] scanned) {
        if (!java.util.Arrays.equals(indexed, scanned)) {
            throw new IllegalStateException("index and scan differ: " + java.util.Arrays.toString(indexed) + " and "
                    + java.util.Arrays.toString(scanned));
        }
    }
}

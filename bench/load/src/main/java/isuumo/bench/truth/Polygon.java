package isuumo.bench.truth;

import isuumo.bench.data.Point;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * The contract's nazotte polygon: inside the bounding box of the ring as given (edges included), and strictly inside the
 * ring rounded to 6 decimals (even-odd rule, boundary excluded). All arithmetic of the second test is on integers below
 * 2^29, products below 2^60, so it is exact. Immutable.
 *
 * @param ring vertices in order, the first repeated at the end
 */
public record Polygon(List<Point> ring, List<MicroPoint> rounded, Point southWest, Point northEast) {

    public static Polygon of(List<Point> ring) {
        DoubleSummaryStatistics latitudes = ring.stream().mapToDouble(Point::latitude).summaryStatistics();
        DoubleSummaryStatistics longitudes = ring.stream().mapToDouble(Point::longitude).summaryStatistics();
        return new Polygon(List.copyOf(ring), ring.stream().map(MicroPoint::of).toList(),
                new Point(latitudes.getMin(), longitudes.getMin()), new Point(latitudes.getMax(), longitudes.getMax()));
    }

    public boolean boxHolds(Point point) {
        return southWest.latitude() <= point.latitude() && point.latitude() <= northEast.latitude()
                && southWest.longitude() <= point.longitude() && point.longitude() <= northEast.longitude();
    }

    /** Strictly inside the rounded ring. Casts a ray to the east and counts the edges it crosses. */
    public boolean contains(MicroPoint point) {
        boolean inside = false;
        for (int i = 0; i + 1 < rounded.size(); i++) {
            MicroPoint a = rounded.get(i);
            MicroPoint b = rounded.get(i + 1);
            long side = cross(a, b, point);
            if (side == 0 && between(a, b, point)) {
                return false;
            }
            boolean upward = a.latitude() <= point.latitude() && point.latitude() < b.latitude();
            boolean downward = b.latitude() <= point.latitude() && point.latitude() < a.latitude();
            if (upward && side > 0 || downward && side < 0) {
                inside = !inside;
            }
        }
        return inside;
    }

    /** Positive if the point lies west of the edge seen as going north. */
    private static long cross(MicroPoint a, MicroPoint b, MicroPoint p) {
        return (b.longitude() - a.longitude()) * (p.latitude() - a.latitude())
                - (p.longitude() - a.longitude()) * (b.latitude() - a.latitude());
    }

    private static boolean between(MicroPoint a, MicroPoint b, MicroPoint p) {
        return Math.min(a.latitude(), b.latitude()) <= p.latitude()
                && p.latitude() <= Math.max(a.latitude(), b.latitude())
                && Math.min(a.longitude(), b.longitude()) <= p.longitude()
                && p.longitude() <= Math.max(a.longitude(), b.longitude());
    }
}

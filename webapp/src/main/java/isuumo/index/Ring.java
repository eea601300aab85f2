package isuumo.index;

import java.util.List;

import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;

/**
 * A closed polygon drawn on the map, and the question whether a point lies strictly inside.
 *
 * <p>Exact for the coordinates in whole millionths of a degree; a ring that crosses itself is judged by the even-odd
 * rule; a point on the boundary is not inside. O(vertices) a point in whole numbers; from
 * {@value #INDEXED_FROM_VERTICES} vertices on O(log vertices) by JTS's interval tree and robust orientation test.
 * Immutable.
 */
public final class Ring {
    /** Four points are a triangle: the first one is repeated at the end. */
    public static final int MIN_VERTICES = 4;
    /** Below, counting crossings with every edge is cheaper than building an interval tree. */
    private static final int INDEXED_FROM_VERTICES = 100;
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final Envelope boundingBox = new Envelope();
    private final Interior interior;

    /** Whether a place, in whole millionths of a degree, is strictly inside. */
    private interface Interior {
        boolean contains(int latitude, int longitude);
    }

    /** @throws IllegalArgumentException when there are fewer than 4 vertices or the last is not the first again */
    public Ring(List<Point> vertices) {
        if (vertices.size() < MIN_VERTICES) {
            throw new IllegalArgumentException("coordinates has " + vertices.size() + " points; a ring has at least "
                    + MIN_VERTICES + ", the first one repeated at the end");
        }
        if (!vertices.getFirst().equals(vertices.getLast())) {
            throw new IllegalArgumentException("coordinates is not closed: it starts at " + vertices.getFirst()
                    + " and ends at " + vertices.getLast() + "; repeat the first point at the end");
        }
        Coordinate[] millionths = new Coordinate[vertices.size()];
        for (int i = 0; i < millionths.length; i++) {
            Point vertex = vertices.get(i);
            boundingBox.expandToInclude(vertex.latitude(), vertex.longitude());
            millionths[i] = coordinate(vertex.inMillionths());
        }
        interior = millionths.length < INDEXED_FROM_VERTICES ? new EdgeCount(millionths) : indexed(millionths);
    }

    private static Interior indexed(Coordinate[] millionths) {
        var locator = new IndexedPointInAreaLocator(GEOMETRY.createLinearRing(millionths));
        return (latitude, longitude) -> locator.locate(new Coordinate(latitude, longitude)) == Location.INTERIOR;
    }

    static Coordinate coordinate(Point point) {
        return new Coordinate(point.latitude(), point.longitude());
    }

    /** The box of the vertices as they were given, not rounded; x is the latitude. */
    Envelope boundingBox() {
        return boundingBox;
    }

    /** @param latitude and longitude: a place in the bounding box, in whole millionths of a degree */
    boolean containsStrictly(int latitude, int longitude) {
        return interior.contains(latitude, longitude);
    }

    /**
     * Counts the edges that a ray from the point crosses. JTS's {@code RayCrossingCounter} answers the same (a test
     * compares them) for any doubles; these are whole numbers below 2^28, whose products a {@code long} holds exactly.
     */
    private static final class EdgeCount implements Interior {
        private final int[] latitudes;
        private final int[] longitudes;

        EdgeCount(Coordinate[] millionths) {
            latitudes = new int[millionths.length];
            longitudes = new int[millionths.length];
            for (int i = 0; i < millionths.length; i++) {
                latitudes[i] = (int) millionths[i].x;
                longitudes[i] = (int) millionths[i].y;
            }
        }

        @Override
        public boolean contains(int latitude, int longitude) {
            boolean inside = false;
            int startLat = latitudes[0] - latitude; // edges as seen from the point
            int startLon = longitudes[0] - longitude;
            for (int i = 1; i < latitudes.length; i++) {
                int endLat = latitudes[i] - latitude;
                int endLon = longitudes[i] - longitude;
                boolean straddles = startLat > 0 != endLat > 0;
                if (straddles || startLat == 0 || endLat == 0) {
                    long side = (long) startLon * endLat - (long) endLon * startLat;
                    if (side == 0 && (straddles || (long) startLon * endLon <= 0)) {
                        return false; // on the edge
                    }
                    inside ^= straddles && side > 0 == endLat > startLat;
                }
                startLat = endLat;
                startLon = endLon;
            }
            return inside;
        }
    }
}

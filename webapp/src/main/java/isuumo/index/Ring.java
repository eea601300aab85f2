package isuumo.index;

import java.util.List;

import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;

/**
 * A closed polygon drawn on the map, and the question whether a point lies strictly inside.
 *
 * <p>Exact for the coordinates in whole millionths of a degree (JTS's robust orientation test); a ring that crosses
 * itself is judged by the even-odd rule; a point on the boundary is not inside. O(vertices) a point, O(log vertices)
 * from {@value #INDEXED_FROM_VERTICES} vertices on. Immutable.
 */
public final class Ring {
    /** Four points are a triangle: the first one is repeated at the end. */
    public static final int MIN_VERTICES = 4;
    /** Below, counting crossings with every edge is cheaper than building an interval tree. */
    private static final int INDEXED_FROM_VERTICES = 100;
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final Envelope boundingBox = new Envelope();
    private final PointOnGeometryLocator locator;

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
        locator = millionths.length < INDEXED_FROM_VERTICES
                ? point -> RayCrossingCounter.locatePointInRing(point, millionths)
                : new IndexedPointInAreaLocator(GEOMETRY.createLinearRing(millionths));
    }

    static Coordinate coordinate(Point point) {
        return new Coordinate(point.latitude(), point.longitude());
    }

    /** The box of the vertices as they were given, not rounded; x is the latitude. */
    Envelope boundingBox() {
        return boundingBox;
    }

    /** @param millionths a place in {@link Point#inMillionths()} */
    boolean containsStrictly(Coordinate millionths) {
        return locator.locate(millionths) == Location.INTERIOR;
    }
}

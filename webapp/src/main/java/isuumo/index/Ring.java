package isuumo.index;

import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * A closed polygon drawn on the map.
 *
 * <p>Whether a place lies strictly inside is exact for coordinates in whole millionths of a degree; a ring that crosses
 * itself is judged by the even-odd rule; a place on the boundary is not inside. Immutable.
 */
public final class Ring {
    /** Four points are a triangle: the first one is repeated at the end. */
    public static final int MIN_VERTICES = 4;

    private final Envelope boundingBox = new Envelope();
    private final RingEdges edges;
    private final Box box;

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
        int[] millionths = new int[2 * vertices.size()];
        for (int i = 0; i < vertices.size(); i++) {
            Point vertex = vertices.get(i);
            boundingBox.expandToInclude(vertex.latitude(), vertex.longitude());
            millionths[2 * i] = (int) SixDecimals.millionths(vertex.latitude());
            millionths[2 * i + 1] = (int) SixDecimals.millionths(vertex.longitude());
        }
        edges = RingEdges.of(millionths);
        box = box(millionths);
    }

    private static Box box(int[] millionths) {
        Box box = Box.EMPTY;
        for (int i = 0; i < millionths.length; i += 2) {
            box = box.with(millionths[i], millionths[i + 1]);
        }
        return box;
    }

    /** The box of the vertices as they were given, not rounded; x is the latitude. */
    Envelope boundingBox() {
        return boundingBox;
    }

    /** The same in whole millionths of a degree. */
    Box box() {
        return box;
    }

    /** For the places in the bounding box. */
    RingEdges edges() {
        return edges;
    }
}

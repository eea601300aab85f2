package isuumo.index;

import java.util.Arrays;

/**
 * A ring's edges, and whether the ray from a place towards greater longitudes crosses an odd number of them; in whole
 * millionths of a degree, below 2^28, whose products a {@code long} holds exactly. Immutable.
 *
 * <p>{@link #within} answers the same for the places of a box alone: what the edges that do not meet the box add to the
 * number depends at most on the latitude, and is found out once instead of once a place.
 */
final class RingEdges {
    private static final int[] NOTHING = {};

    private final RingEdges wider; // of the box around; null for the whole ring
    private final int[] edges; // latitude and longitude of the start, then of the end, edge after edge
    private final boolean crossesOdd; // of the edges that are in wider, and not here
    private final int[] turns; // sorted latitudes from which on a ray crosses one of those edges more, or less

    private RingEdges(RingEdges wider, int[] edges, boolean crossesOdd, int[] turns) {
        this.wider = wider;
        this.edges = edges;
        this.crossesOdd = crossesOdd;
        this.turns = turns;
    }

    /** @param vertices latitude and longitude of each, the first one repeated at the end */
    static RingEdges of(int[] vertices) {
        int[] edges = new int[2 * vertices.length - 4];
        for (int i = 0; i < edges.length; i += 4) {
            System.arraycopy(vertices, i / 2, edges, i, 4);
        }
        return new RingEdges(null, edges, false, NOTHING);
    }

    int count() {
        return edges.length / 4;
    }

    /** JTS's {@code RayCrossingCounter} answers the same, for any doubles; a test compares them. */
    boolean surroundStrictly(int latitude, int longitude) {
        boolean odd = false;
        for (int i = 0; i < edges.length; i += 4) {
            int startLat = edges[i] - latitude; // as seen from the place
            int endLat = edges[i + 2] - latitude;
            boolean straddles = startLat > 0 != endLat > 0;
            if (straddles || startLat == 0 || endLat == 0) {
                int startLon = edges[i + 1] - longitude;
                int endLon = edges[i + 3] - longitude;
                long side = (long) startLon * endLat - (long) endLon * startLat;
                if (side == 0 && (straddles || (long) startLon * endLon <= 0)) {
                    return false; // on the edge
                }
                odd ^= straddles && side > 0 == endLat > startLat;
            }
        }
        for (RingEdges part = this; part.wider != null; part = part.wider) {
            odd ^= part.crossesOdd ^ (part.turnsUpTo(latitude) & 1) == 1;
        }
        return odd;
    }

    private int turnsUpTo(int latitude) {
        int low = 0;
        int high = turns.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (turns[middle] <= latitude) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** These edges as the places in a box see them. O(edges). */
    RingEdges within(Box box) {
        int[] meeting = new int[edges.length];
        int[] turning = new int[edges.length / 2];
        int m = 0;
        int t = 0;
        boolean odd = false;
        for (int i = 0; i < edges.length; i += 4) {
            switch (position(i, box)) {
                case MEETS -> {
                    System.arraycopy(edges, i, meeting, m, 4);
                    m += 4;
                }
                case BEYOND -> { // rays cross it from its lower end on, up to below its upper end
                    int lower = Math.min(edges[i], edges[i + 2]);
                    int upper = Math.max(edges[i], edges[i + 2]);
                    if (lower <= box.minLatitude()) {
                        odd = !odd;
                    } else {
                        turning[t++] = lower;
                    }
                    if (upper <= box.maxLatitude()) {
                        turning[t++] = upper;
                    }
                }
                case AWAY -> {
                }
            }
        }
        Arrays.sort(turning, 0, t);
        return new RingEdges(this, Arrays.copyOf(meeting, m), odd, Arrays.copyOf(turning, t));
    }

    /** Where an edge is for a box. */
    private enum Position {
        /** It may touch or cross it. */
        MEETS,
        /** Each ray from the box crosses it that starts at one of its latitudes. */
        BEYOND,
        /** No ray from the box touches it. */
        AWAY
    }

    private Position position(int i, Box box) {
        if (Math.max(edges[i], edges[i + 2]) < box.minLatitude() || Math.min(edges[i], edges[i + 2]) > box.maxLatitude()
                || Math.max(edges[i + 1], edges[i + 3]) < box.minLongitude()) {
            return Position.AWAY;
        }
        if (Math.min(edges[i + 1], edges[i + 3]) > box.maxLongitude()) {
            return Position.BEYOND;
        }
        // The corners of the box that lie farthest to both sides of the edge's line.
        boolean northward = edges[i + 2] > edges[i];
        boolean eastward = edges[i + 3] > edges[i + 1];
        int west = box.minLongitude();
        int east = box.maxLongitude();
        if (side(i, eastward ? box.minLatitude() : box.maxLatitude(), northward ? east : west) > 0) {
            return northward ? Position.BEYOND : Position.AWAY;
        }
        if (side(i, eastward ? box.maxLatitude() : box.minLatitude(), northward ? west : east) < 0) {
            return northward ? Position.AWAY : Position.BEYOND;
        }
        return Position.MEETS;
    }

    /** On which side of the line through an edge a place lies; 0 on the line. */
    private long side(int i, int latitude, int longitude) {
        return (long) (edges[i + 1] - longitude) * (edges[i + 2] - latitude)
                - (long) (edges[i + 3] - longitude) * (edges[i] - latitude);
    }
}

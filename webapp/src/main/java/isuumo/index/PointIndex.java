package isuumo.index;

import java.util.Arrays;
import java.util.List;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Where each row lies, and the first rows in popularity order inside a ring.
 *
 * <p>A packed Hilbert R-tree (JTS) finds the rows in the ring's bounding box; they are marked in a bitset, which puts
 * them in popularity order without sorting, and tested exactly in that order until the limit is reached. An
 * {@code STRtree} would build a tree of objects; this one is a few flat arrays. O(n log n) build; a query costs
 * O(log n + candidates + rows / 64) plus the exact tests.
 */
public final class PointIndex {
    private final HPRtree tree = new HPRtree();
    private final Coordinate[] millionthsByRow;

    public PointIndex(List<Point> pointByRow) {
        millionthsByRow = new Coordinate[pointByRow.size()];
        for (int row = 0; row < millionthsByRow.length; row++) {
            Point point = pointByRow.get(row);
            millionthsByRow[row] = Ring.coordinate(point.inMillionths());
            tree.insert(new Envelope(Ring.coordinate(point)), row);
        }
        tree.build(); // now, so that no query builds it
    }

    /** At most {@code limit} rows strictly inside the ring, in popularity order. */
    public int[] first(Ring ring, int limit) {
        long[] candidates = DenseRows.emptyWords(millionthsByRow.length);
        tree.query(ring.boundingBox(), row -> DenseRows.set(candidates, (int) row));
        int[] found = new int[limit];
        int n = 0;
        for (int i = 0; i < candidates.length; i++) {
            for (long word = candidates[i]; word != 0; word &= word - 1) {
                int row = (i << 6) + Long.numberOfTrailingZeros(word);
                if (ring.containsStrictly(millionthsByRow[row])) {
                    found[n++] = row;
                    if (n == limit) {
                        return found;
                    }
                }
            }
        }
        return Arrays.copyOf(found, n);
    }
}

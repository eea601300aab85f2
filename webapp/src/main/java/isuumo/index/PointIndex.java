package isuumo.index;

import java.util.Arrays;
import java.util.List;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.index.hprtree.HilbertEncoder;

/**
 * Where each row lies, and the first rows in popularity order inside a ring.
 *
 * <p>Rows in Hilbert order are cut into blocks of {@value #BLOCK_ROWS} neighbours; a packed Hilbert R-tree (JTS) finds
 * the blocks that meet the ring's bounding box. The rows of theirs that lie in it are marked in a bitset, which puts
 * them in popularity order without sorting, and tested exactly in that order until the limit is reached. A tree of the
 * rows themselves holds each as an object of its own, and a query then waits for memory once a candidate. O(n log n)
 * build; a query costs O(log n + candidates + rows / 64) plus the exact tests.
 */
public final class PointIndex {
    private static final int BLOCK_ROWS = 32;
    private static final int HILBERT_LEVEL = 15; // the finest whose codes are no negative integers

    private final HPRtree blocks = new HPRtree();
    private final Neighbourhoods neighbourhoods;
    private final long[] millionthsByRow; // latitude in the upper half, longitude in the lower: one place in memory

    public PointIndex(List<Point> pointByRow) {
        millionthsByRow = new long[pointByRow.size()];
        for (int row = 0; row < millionthsByRow.length; row++) {
            millionthsByRow[row] = packed(pointByRow.get(row));
        }
        int[] ordered = hilbertOrder(pointByRow);
        for (int start = 0; start < ordered.length; start += BLOCK_ROWS) {
            int[] rows = Arrays.copyOfRange(ordered, start, Math.min(start + BLOCK_ROWS, ordered.length));
            Block block = Block.of(rows, pointByRow);
            blocks.insert(block.boundingBox(), block);
        }
        neighbourhoods = new Neighbourhoods(ordered, BLOCK_ROWS, millionthsByRow);
        blocks.build(); // now, so that no query builds it
    }

    /** A coordinate beyond 32 bits is cut off, which does not matter: it is in no ring's bounding box. */
    private static long packed(Point point) {
        return (long) (int) SixDecimals.millionths(point.latitude()) << Integer.SIZE
                | (int) SixDecimals.millionths(point.longitude()) & 0xFFFF_FFFFL;
    }

    /** Sorts each row's code and number as one 64-bit key. */
    private static int[] hilbertOrder(List<Point> pointByRow) {
        Envelope extent = new Envelope();
        for (Point point : pointByRow) {
            extent.expandToInclude(point.latitude(), point.longitude());
        }
        HilbertEncoder encoder = new HilbertEncoder(HILBERT_LEVEL, extent);
        long[] keys = new long[pointByRow.size()];
        for (int row = 0; row < keys.length; row++) {
            Point point = pointByRow.get(row);
            double latitude = point.latitude();
            double longitude = point.longitude();
            int code = encoder.encode(new Envelope(latitude, latitude, longitude, longitude));
            keys[row] = (long) code << Integer.SIZE | row;
        }
        Arrays.sort(keys);
        int[] ordered = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            ordered[i] = (int) keys[i];
        }
        return ordered;
    }

    /** At most {@code limit} rows strictly inside the ring, out of some, in popularity order. */
    public int[] first(Ring ring, int limit, RowSet among) {
        long[] candidates = DenseRows.emptyWords(millionthsByRow.length);
        Envelope box = ring.boundingBox();
        blocks.query(box, block -> ((Block) block).mark(box, candidates));
        Neighbourhoods.View view = neighbourhoods.view(ring);
        int[] found = new int[limit];
        int n = 0;
        for (int i = 0; i < candidates.length; i++) {
            for (long word = candidates[i]; word != 0; word &= word - 1) {
                int row = (i << 6) + Long.numberOfTrailingZeros(word);
                long millionths = millionthsByRow[row];
                if (among.contains(row)
                        && view.of(row).surroundStrictly((int) (millionths >> Integer.SIZE), (int) millionths)) {
                    found[n++] = row;
                    if (n == limit) {
                        return found;
                    }
                }
            }
        }
        return Arrays.copyOf(found, n);
    }

    /** Rows that lie near each other, with their coordinates as they were given, side by side. */
    private record Block(int[] rows, double[] latitudes, double[] longitudes) {
        static Block of(int[] rows, List<Point> pointByRow) {
            double[] latitudes = new double[rows.length];
            double[] longitudes = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                Point point = pointByRow.get(rows[i]);
                latitudes[i] = point.latitude();
                longitudes[i] = point.longitude();
            }
            return new Block(rows, latitudes, longitudes);
        }

        Envelope boundingBox() {
            Envelope box = new Envelope();
            for (int i = 0; i < rows.length; i++) {
                box.expandToInclude(latitudes[i], longitudes[i]);
            }
            return box;
        }

        /** Sets in the bitset the rows that lie in the box, its border included. */
        void mark(Envelope box, long[] candidates) {
            for (int i = 0; i < rows.length; i++) {
                if (box.covers(latitudes[i], longitudes[i])) {
                    DenseRows.set(candidates, rows[i]);
                }
            }
        }
    }
}

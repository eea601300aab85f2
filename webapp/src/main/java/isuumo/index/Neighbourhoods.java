package isuumo.index;

import java.util.Arrays;

/**
 * Rows that lie near each other, in blocks, and blocks in districts, so that a ring with many edges need not be tried
 * edge by edge for each row: a ring of {@code e} edges, each through about √blocks of the blocks, costs O(e × (districts
 * + √blocks)) once and O(e / √blocks) a row. Immutable.
 */
final class Neighbourhoods {
    /** Below, all edges are tried for less than what it takes to tell them apart. */
    private static final int CUT_FROM_EDGES = 100;
    private static final int DISTRICT_BLOCKS = 32;

    private final int[] blockByRow;
    private final Box[] blocks;
    private final Box[] districts;

    /**
     * @param ordered rows, of which each {@code blockRows} lie near each other, and so do blocks that follow each other
     * @param placeByRow latitude in the upper half, longitude in the lower, in millionths of a degree
     */
    Neighbourhoods(int[] ordered, int blockRows, long[] placeByRow) {
        blockByRow = new int[ordered.length];
        blocks = new Box[Math.ceilDiv(ordered.length, blockRows)];
        districts = new Box[Math.ceilDiv(blocks.length, DISTRICT_BLOCKS)];
        Arrays.fill(blocks, Box.EMPTY);
        Arrays.fill(districts, Box.EMPTY);
        for (int i = 0; i < ordered.length; i++) {
            int block = i / blockRows;
            long place = placeByRow[ordered[i]];
            blockByRow[ordered[i]] = block;
            blocks[block] = blocks[block].with((int) (place >> Integer.SIZE), (int) place);
        }
        for (int block = 0; block < blocks.length; block++) {
            int district = block / DISTRICT_BLOCKS;
            districts[district] = districts[district].and(blocks[block]);
        }
    }

    View view(Ring ring) {
        return new View(ring);
    }

    /** A ring as the rows in its bounding box see it. Each part is cut when it is first asked for. Of one thread. */
    final class View {
        private final Ring ring;
        private final RingEdges[] byDistrict;
        private final RingEdges[] byBlock;

        private View(Ring ring) {
            this.ring = ring;
            boolean cuts = ring.edges().count() >= CUT_FROM_EDGES;
            byDistrict = cuts ? new RingEdges[districts.length] : null;
            byBlock = cuts ? new RingEdges[blocks.length] : null;
        }

        RingEdges of(int row) {
            if (byBlock == null) {
                return ring.edges();
            }
            int block = blockByRow[row];
            RingEdges edges = byBlock[block];
            if (edges == null) {
                edges = ofDistrict(block / DISTRICT_BLOCKS).within(blocks[block].within(ring.box()));
                byBlock[block] = edges;
            }
            return edges;
        }

        private RingEdges ofDistrict(int district) {
            RingEdges edges = byDistrict[district];
            if (edges == null) {
                edges = ring.edges().within(districts[district].within(ring.box()));
                byDistrict[district] = edges;
            }
            return edges;
        }
    }
}

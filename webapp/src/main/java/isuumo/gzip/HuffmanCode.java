package isuumo.gzip;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * A canonical Huffman code, RFC 1951 section 3.2.2, in which every symbol has a code, whether it was ever seen or not.
 * Immutable.
 */
final class HuffmanCode {
    private final int[] lengths;
    private final int[] codes;

    private HuffmanCode(int[] lengths) {
        this.lengths = lengths;
        codes = codes(lengths);
    }

    /** @param maxBits no code is longer */
    static HuffmanCode of(long[] counts, int maxBits) {
        long[] flattened = counts.clone();
        while (true) {
            int[] lengths = lengths(flattened);
            if (IntStream.of(lengths).max().orElse(0) <= maxBits) {
                return new HuffmanCode(lengths);
            }
            for (int i = 0; i < flattened.length; i++) {
                flattened[i] >>= 1;
            }
        }
    }

    private record Node(long count, int depthBelow, int[] symbols) {}

    /** By merging the two rarest, again and again; a symbol's code grows by a bit with each merge that it is in. */
    private static int[] lengths(long[] counts) {
        PriorityQueue<Node> nodes = new PriorityQueue<>(
                Comparator.comparingLong(Node::count).thenComparingInt(Node::depthBelow));
        for (int symbol = 0; symbol < counts.length; symbol++) {
            nodes.add(new Node(counts[symbol] + 1, 0, new int[]{symbol}));
        }
        int[] lengths = new int[counts.length];
        while (nodes.size() > 1) {
            Node rarest = nodes.remove();
            Node next = nodes.remove();
            int[] both = IntStream.concat(IntStream.of(rarest.symbols()), IntStream.of(next.symbols())).toArray();
            for (int symbol : both) {
                lengths[symbol]++;
            }
            nodes.add(new Node(rarest.count() + next.count(),
                    Math.max(rarest.depthBelow(), next.depthBelow()) + 1, both));
        }
        return lengths;
    }

    private static int[] codes(int[] lengths) {
        int[] codes = new int[lengths.length];
        int next = 0;
        for (int bits = 1; bits <= Short.SIZE; bits++) {
            for (int symbol = 0; symbol < lengths.length; symbol++) {
                if (lengths[symbol] == bits) {
                    codes[symbol] = Integer.reverse(next++) >>> Integer.SIZE - bits; // sent from its highest bit on
                }
            }
            next <<= 1;
        }
        return codes;
    }

    int symbols() {
        return lengths.length;
    }

    /** In bits. */
    int length(int symbol) {
        return lengths[symbol];
    }

    int code(int symbol) {
        return codes[symbol];
    }
}

package isuumo.gzip;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The beginning of a last block with its own Huffman codes, RFC 1951 section 3.2.7: it says how long each code is. */
final class BlockHeader {
    private static final int LAST_BLOCK = 1;
    private static final int DYNAMIC = 2;
    private static final int MAX_LENGTH_CODE_BITS = 7;
    private static final int SAME_AGAIN = 16;
    private static final int MIN_SAME = 3;
    private static final int MAX_SAME = 6;
    private static final int LENGTH_SYMBOLS = 19;
    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    private BlockHeader() {}

    /** A code's length, or {@link #SAME_AGAIN} with how often. */
    private record Item(int symbol, int times) {}

    static void write(HuffmanCode literalsAndLengths, HuffmanCode distances, BitOutput out) {
        List<Item> items = items(IntStream.concat(lengths(literalsAndLengths), lengths(distances)).toArray());
        long[] counts = new long[LENGTH_SYMBOLS];
        items.forEach(item -> counts[item.symbol()]++);
        HuffmanCode lengthCode = HuffmanCode.of(counts, MAX_LENGTH_CODE_BITS);
        out.put(LAST_BLOCK | DYNAMIC << 1, 3);
        out.put(literalsAndLengths.symbols() - 257, 5);
        out.put(distances.symbols() - 1, 5);
        out.put(LENGTH_SYMBOLS - 4, 4);
        for (int symbol : ORDER) {
            out.put(lengthCode.length(symbol), 3);
        }
        for (Item item : items) {
            out.put(lengthCode.code(item.symbol()), lengthCode.length(item.symbol()));
            if (item.symbol() == SAME_AGAIN) {
                out.put(item.times() - MIN_SAME, 2);
            }
        }
    }

    private static IntStream lengths(HuffmanCode code) {
        return IntStream.range(0, code.symbols()).map(code::length);
    }

    /** No length is 0, so the symbols for runs of zeros are not needed. */
    private static List<Item> items(int[] lengths) {
        List<Item> items = new ArrayList<>();
        int at = 0;
        while (at < lengths.length) {
            int length = lengths[at];
            items.add(new Item(length, 1));
            at++;
            int end = at;
            while (end < lengths.length && lengths[end] == length) {
                end++;
            }
            while (end - at >= MIN_SAME) {
                int times = Math.min(MAX_SAME, end - at);
                items.add(new Item(SAME_AGAIN, times));
                at += times;
            }
        }
        return items;
    }
}

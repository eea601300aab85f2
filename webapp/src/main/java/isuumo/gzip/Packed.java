package isuumo.gzip;

/** Up to 20 bits and their count in one int, so that a table of codes is half as large: literals fit into 1 KB. */
final class Packed {
    private static final int MAX_BITS = 20;

    private Packed() {}

    static int of(int bits, int count) {
        return bits | count << MAX_BITS;
    }

    static int bits(int packed) {
        return packed & (1 << MAX_BITS) - 1;
    }

    static int count(int packed) {
        return packed >>> MAX_BITS;
    }
}

package isuumo.gzip;

/**
 * A text as ready bits and phrases, in one array of longs, which the processor fetches at once.
 *
 * <pre>
 * [0]   CRC-32 (32 bits), length in bytes (32)
 * then  steps: literals' bits (42), how many bits (6), how many literals (4), and then a phrase's number plus one (12)
 * </pre>
 */
final class Coded {
    /** Of one step's literals. */
    static final int MAX_BITS = 42;
    static final int MAX_LITERALS = 15;
    static final int MAX_PHRASES = (1 << 12) - 1;
    static final int FIRST_STEP = 1;

    private static final int COUNT_AT = MAX_BITS;
    private static final int LITERALS_AT = COUNT_AT + 6;
    private static final int PHRASE_AT = LITERALS_AT + 4;

    private Coded() {}

    static long head(int crc, int length) {
        return crc & 0xFFFFFFFFL | (long) length << Integer.SIZE;
    }

    static int crc(long[] coded) {
        return (int) coded[0];
    }

    static int length(long[] coded) {
        return (int) (coded[0] >>> Integer.SIZE);
    }

    /** @param phrase {@link Phrases#NONE}: the next step goes on with literals */
    static long step(long bits, int bitCount, int literals, int phrase) {
        return bits | (long) bitCount << COUNT_AT | (long) literals << LITERALS_AT | (long) (phrase + 1) << PHRASE_AT;
    }

    static long bits(long step) {
        return step & (1L << MAX_BITS) - 1;
    }

    static int bitCount(long step) {
        return (int) (step >>> COUNT_AT) & 63;
    }

    static int literals(long step) {
        return (int) (step >>> LITERALS_AT) & 15;
    }

    static int phrase(long step) {
        return (int) (step >>> PHRASE_AT) - 1;
    }
}

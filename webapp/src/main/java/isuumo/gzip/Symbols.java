package isuumo.gzip;

/** The alphabets of a block, RFC 1951 section 3.2.5: which symbol a length or distance has, and how many bits follow it. */
final class Symbols {
    static final int END_OF_BLOCK = 256;
    static final int LITERALS_AND_LENGTHS = 286;
    static final int DISTANCES = 30;

    static final int MIN_LENGTH = 3;
    static final int MAX_LENGTH = 258;

    private static final int FIRST_LENGTH = 257;
    private static final int MAX_LENGTH_SYMBOL = 285;

    private Symbols() {}

    static int ofLength(int length) {
        if (length == MAX_LENGTH) {
            return MAX_LENGTH_SYMBOL;
        }
        int above = length - MIN_LENGTH;
        int extra = lengthExtraBits(length);
        return FIRST_LENGTH + (extra << 2) + (above >> extra);
    }

    static int lengthExtraBits(int length) {
        int above = length - MIN_LENGTH; // four symbols for each number of extra bits, eight for none
        return length == MAX_LENGTH || above < 8 ? 0 : 29 - Integer.numberOfLeadingZeros(above);
    }

    /** The extra bits' value. */
    static int lengthExtra(int length) {
        return length - MIN_LENGTH & (1 << lengthExtraBits(length)) - 1;
    }

    static int ofDistance(int distance) {
        int extra = distanceExtraBits(distance);
        return (extra << 1) + (distance - 1 >> extra);
    }

    static int distanceExtraBits(int distance) {
        int above = distance - 1; // two symbols for each number of extra bits, four for none
        return above < 4 ? 0 : 30 - Integer.numberOfLeadingZeros(above);
    }

    static int distanceExtra(int distance) {
        return distance - 1 & (1 << distanceExtraBits(distance)) - 1;
    }
}

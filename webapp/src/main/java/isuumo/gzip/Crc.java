package isuumo.gzip;

/** CRC-32 of joined texts from their parts' CRCs; the mathematics of zlib's {@code crc32_combine}. */
final class Crc {
    private static final int POLYNOMIAL = 0xEDB88320;
    private static final int ONE = 1 << 31; // the polynomial 1: bits are reversed
    private static final int X_TO_THE_8TH = ONE >>> 8;
    private static final int MAX_BYTES = 1 << 11;
    /** x to the power of 8 n, modulo the polynomial: what n zero bytes do to a CRC. */
    private static final int[] ZEROS = zeros();

    /** What one byte does to a CRC. */
    private static final int[] BYTES = bytes();

    private Crc() {}

    private static int[] zeros() {
        int[] zeros = new int[MAX_BYTES + 1];
        zeros[0] = ONE;
        for (int n = 1; n <= MAX_BYTES; n++) {
            zeros[n] = times(zeros[n - 1], X_TO_THE_8TH);
        }
        return zeros;
    }

    private static int[] bytes() {
        int[] bytes = new int[256];
        for (int n = 0; n < bytes.length; n++) {
            bytes[n] = n;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                bytes[n] = bytes[n] >>> 1 ^ POLYNOMIAL & -(bytes[n] & 1);
            }
        }
        return bytes;
    }

    /** The CRC of a text and a few bytes after it. */
    static int append(int crc, byte[] next) {
        int register = ~crc;
        for (byte one : next) {
            register = register >>> Byte.SIZE ^ BYTES[(register ^ one) & 0xFF];
        }
        return ~register;
    }

    /** The CRC of a text and another one after it, whose CRC is known. */
    static int append(int crc, int nextCrc, int nextLength) {
        int moved = crc;
        int left = nextLength;
        for (; left > MAX_BYTES; left -= MAX_BYTES) {
            moved = times(moved, ZEROS[MAX_BYTES]);
        }
        return times(moved, ZEROS[left]) ^ nextCrc;
    }

    /** The product modulo the polynomial. */
    private static int times(int a, int b) {
        int product = 0;
        int left = a;
        int power = b;
        while (left != 0) {
            product ^= power & left >> 31;
            left <<= 1;
            power = power >>> 1 ^ POLYNOMIAL & -(power & 1);
        }
        return product;
    }
}

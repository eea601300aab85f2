package isuumo.gzip;

import java.util.Arrays;

/** Bits, lowest first, into a byte array that is never too short. Confined to one thread. */
final class BitOutput {
    private byte[] bytes = {};
    private int at;
    private long held;
    private int heldBits;

    /** With room for so many bytes. */
    void begin(int capacity) {
        if (bytes.length < capacity + Long.BYTES) {
            bytes = new byte[capacity + Long.BYTES];
        }
        at = 0;
        held = 0;
        heldBits = 0;
    }

    /** After the same bits as in {@code prefix}, with room for so many bytes more. */
    void begin(BitOutput prefix, int capacity) {
        begin(prefix.at + capacity);
        System.arraycopy(prefix.bytes, 0, bytes, 0, prefix.at);
        at = prefix.at;
        held = prefix.held;
        heldBits = prefix.heldBits;
    }

    int capacity() {
        return bytes.length;
    }

    /** At most 56 bits. */
    void put(long bits, int count) {
        held |= bits << heldBits;
        heldBits += count;
        Bytes.put(bytes, at, held);
        at += heldBits >>> 3;
        held >>>= heldBits & ~7;
        heldBits &= 7;
    }

    void align() {
        put(0, -heldBits & 7);
    }

    /** The bytes so far, after {@link #align}. */
    byte[] toBytes() {
        return Arrays.copyOf(bytes, at);
    }
}

package isuumo.gzip;

import java.util.stream.IntStream;

/** The codes of a block, ready to be put: for each literal, each length with its extra bits, each distance. Immutable. */
final class BlockCodes {
    /** So that a match has at most 14 + 5 + 14 + 13 bits, and half of a literal's are never more than two bytes. */
    private static final int MAX_BITS = 14;

    private final HuffmanCode literalsAndLengths;
    private final HuffmanCode distances;
    private final int[] packedByByte;
    private final int[] packedByLength;
    private final int[] packedByDistance;

    BlockCodes(long[] literalAndLengthCounts, long[] distanceCounts) {
        literalsAndLengths = HuffmanCode.of(literalAndLengthCounts, MAX_BITS);
        distances = HuffmanCode.of(distanceCounts, MAX_BITS);
        packedByByte = IntStream.range(0, 256).map(symbol -> packed(literalsAndLengths, symbol)).toArray();
        packedByLength = IntStream.rangeClosed(0, Symbols.MAX_LENGTH)
                .map(length -> length < Symbols.MIN_LENGTH ? 0 : packedLength(length)).toArray();
        packedByDistance = IntStream.range(0, Symbols.DISTANCES).map(symbol -> packed(distances, symbol)).toArray();
    }

    private static int packed(HuffmanCode code, int symbol) {
        return Packed.of(code.code(symbol), code.length(symbol));
    }

    private int packedLength(int length) {
        int symbol = packed(literalsAndLengths, Symbols.ofLength(length));
        return Packed.of(Packed.bits(symbol) | Symbols.lengthExtra(length) << Packed.count(symbol),
                Packed.count(symbol) + Symbols.lengthExtraBits(length));
    }

    /** Not to be written to. */
    int[] packedByByte() {
        return packedByByte;
    }

    void writeHeader(BitOutput out) {
        BlockHeader.write(literalsAndLengths, distances, out);
    }

    void writeLiterals(byte[] text, BitOutput out) {
        for (byte literal : text) {
            int packed = packedByByte[literal & 0xFF];
            out.put(Packed.bits(packed), Packed.count(packed));
        }
    }

    void writeMatch(int length, int distance, BitOutput out) {
        int lengthCode = packedByLength[length];
        int distanceCode = packedByDistance[Symbols.ofDistance(distance)];
        int lengthBits = Packed.count(lengthCode);
        int bothBits = lengthBits + Packed.count(distanceCode);
        out.put(Packed.bits(lengthCode) | (long) Packed.bits(distanceCode) << lengthBits
                | (long) Symbols.distanceExtra(distance) << bothBits,
                bothBits + Symbols.distanceExtraBits(distance));
    }

    void writeEnd(BitOutput out) {
        int packed = packed(literalsAndLengths, Symbols.END_OF_BLOCK);
        out.put(Packed.bits(packed), Packed.count(packed));
        out.align();
    }
}

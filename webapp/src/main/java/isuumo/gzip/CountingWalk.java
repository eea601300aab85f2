package isuumo.gzip;

/** Counts the symbols that sample texts would be written with. Its parts are coded {@linkplain TextCoder#raw raw}. */
final class CountingWalk extends Walk {
    private final long[] literalsAndLengths = new long[Symbols.LITERALS_AND_LENGTHS];
    private final long[] distances = new long[Symbols.DISTANCES];

    CountingWalk(Phrases phrases, TextCoder raw) {
        super(phrases, raw.definitions());
    }

    @Override
    void literals(long bits, int count) {
        for (int bit = 0; bit < count; bit += Byte.SIZE) {
            literalsAndLengths[(int) (bits >>> bit) & 0xFF]++;
        }
    }

    @Override
    void match(int length, int distance) {
        literalsAndLengths[Symbols.ofLength(length)]++;
        distances[Symbols.ofDistance(distance)]++;
    }

    long[] literalsAndLengths() {
        return literalsAndLengths;
    }

    long[] distances() {
        return distances;
    }
}

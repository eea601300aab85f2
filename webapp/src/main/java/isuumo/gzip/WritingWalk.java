package isuumo.gzip;

/** Writes a text's block. Its parts and definitions are coded with the same codes. */
final class WritingWalk extends Walk {
    private final BlockCodes codes;
    private final BitOutput out = new BitOutput();

    WritingWalk(Phrases phrases, long[][] definitions, BlockCodes codes) {
        super(phrases, definitions);
        this.codes = codes;
    }

    BitOutput output() {
        return out;
    }

    @Override
    void literals(long bits, int count) {
        out.put(bits, count);
    }

    @Override
    void match(int length, int distance) {
        codes.writeMatch(length, distance, out);
    }

    /** Bytes that are no part. */
    void loose(byte[] text) {
        skip(text.length);
        codes.writeLiterals(text, out);
    }
}

package isuumo.gzip;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What sample texts have taught: phrases, and how often which symbols are needed beside them. Immutable.
 *
 * @param literalsAndLengths by symbol; not to be written to, and neither are the others
 */
record Learnt(Phrases phrases, long[] literalsAndLengths, long[] distances) {

    static Learnt read(DataInput in) throws IOException {
        List<byte[]> texts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            byte[] text = new byte[in.readUnsignedShort()];
            in.readFully(text);
            texts.add(text);
        }
        return new Learnt(new Phrases(texts), readCounts(new long[Symbols.LITERALS_AND_LENGTHS], in),
                readCounts(new long[Symbols.DISTANCES], in));
    }

    private static long[] readCounts(long[] counts, DataInput in) throws IOException {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = in.readLong();
        }
        return counts;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(phrases.count());
        for (int phrase = 0; phrase < phrases.count(); phrase++) {
            out.writeShort(phrases.length(phrase));
            out.write(phrases.text(phrase));
        }
        for (long count : literalsAndLengths) {
            out.writeLong(count);
        }
        for (long count : distances) {
            out.writeLong(count);
        }
    }
}

package isuumo.gzip;

import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;

/** Turns texts into {@link Coded} ones: greedily the longest phrase, else a literal. Immutable and thread-safe. */
final class TextCoder {
    private final Phrases phrases;
    private final int[] packedByByte;

    /** @param packedByByte each byte's code, at most 14 bits */
    TextCoder(Phrases phrases, int[] packedByByte) {
        this.phrases = phrases;
        this.packedByByte = packedByByte;
    }

    /** With each byte as its own code. */
    static TextCoder raw(Phrases phrases) {
        return new TextCoder(phrases, IntStream.range(0, 256).map(symbol -> Packed.of(symbol, Byte.SIZE)).toArray());
    }

    /** Each phrase as shorter ones. */
    long[][] definitions() {
        return IntStream.range(0, phrases.count())
                .mapToObj(phrase -> code(phrases.text(phrase), phrases.length(phrase))).toArray(long[][]::new);
    }

    long[] code(byte[] text) {
        return code(text, Integer.MAX_VALUE);
    }

    private long[] code(byte[] text, int limit) {
        CRC32 crc = new CRC32();
        crc.update(text);
        Steps steps = new Steps(Coded.head((int) crc.getValue(), text.length));
        int at = 0;
        while (at < text.length) {
            boolean inCharacter = (text[at] & 0xC0) == 0x80;
            int phrase = inCharacter ? Phrases.NONE : phrases.longest(text, at, limit);
            if (phrase == Phrases.NONE) {
                steps.addLiteral(packedByByte[text[at] & 0xFF]);
                at++;
            } else {
                steps.addPhrase(phrase);
                at += phrases.length(phrase);
            }
        }
        return steps.toArray();
    }

    private static final class Steps {
        private final LongArrayList steps = new LongArrayList();
        private long bits;
        private int bitCount;
        private int literals;

        Steps(long head) {
            steps.add(head);
        }

        void addLiteral(int packed) {
            if (bitCount + Packed.count(packed) > Coded.MAX_BITS || literals == Coded.MAX_LITERALS) {
                addPhrase(Phrases.NONE);
            }
            bits |= (long) Packed.bits(packed) << bitCount;
            bitCount += Packed.count(packed);
            literals++;
        }

        void addPhrase(int phrase) {
            steps.add(Coded.step(bits, bitCount, literals, phrase));
            bits = 0;
            bitCount = 0;
            literals = 0;
        }

        long[] toArray() {
            if (literals > 0) {
                addPhrase(Phrases.NONE);
            }
            return steps.toArray();
        }
    }
}

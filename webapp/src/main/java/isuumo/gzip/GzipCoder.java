package isuumo.gzip;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes gzip members (RFC 1952) of one block each, whose phrases and Huffman codes were learnt beforehand. Any text can be
 * coded, one like the samples in few bytes. Immutable and thread-safe.
 */
public final class GzipCoder {
    private static final int SAMPLE_PARTS = 250;
    private static final int SAMPLE_TEXTS = 20;
    private static final int PARTS_A_TEXT = 25;
    /** So that a phrase is likely to be in one of the parts before, and pays for its place in the tables. */
    private static final int MIN_OCCURRENCES = 9;
    private static final long SEED = 10;

    /** Magic number, DEFLATE, no flags, no time; no hints, unknown system. */
    private static final long MEMBER_HEADER = 0x08_8b_1fL;
    private static final long MEMBER_HEADER_END = 0xff_00_00L;
    private static final int MEMBER_HEADER_BITS = 56;
    private static final int MEMBER_HEADER_END_BITS = 24;
    /** Of the largest possible block header; and of end of block, CRC and length. */
    private static final int PREFIX_BYTES = 512;
    private static final int END_BYTES = 16;

    private final Learnt learnt;
    private final BlockCodes codes;
    private final TextCoder coder;
    private final Walks walks;
    /** All that comes before the first literal; nobody writes to it any more. */
    private final BitOutput prefix = new BitOutput();

    private GzipCoder(Learnt learnt) {
        this.learnt = learnt;
        Phrases phrases = learnt.phrases();
        codes = new BlockCodes(learnt.literalsAndLengths(), learnt.distances());
        coder = new TextCoder(phrases, codes.packedByByte());
        long[][] definitions = coder.definitions();
        walks = new Walks(() -> new WritingWalk(phrases, definitions, codes));
        prefix.begin(PREFIX_BYTES);
        prefix.put(MEMBER_HEADER, MEMBER_HEADER_BITS);
        prefix.put(MEMBER_HEADER_END, MEMBER_HEADER_END_BITS);
        codes.writeHeader(prefix);
    }

    /**
     * Learns from some of the texts that will be joined, if there are any: phrases first, then how often which symbols
     * are needed in random lists of them.
     */
    public static GzipCoder learn(List<byte[]> texts) {
        SplittableRandom random = new SplittableRandom(SEED);
        PhraseLearner learner = new PhraseLearner(MIN_OCCURRENCES);
        random.ints(texts.isEmpty() ? 0 : SAMPLE_PARTS, 0, Math.max(1, texts.size()))
                .forEach(i -> learner.add(texts.get(i)));
        Phrases phrases = learner.learn();
        TextCoder raw = TextCoder.raw(phrases);
        CountingWalk counts = new CountingWalk(phrases, raw);
        for (int text = 0; text < SAMPLE_TEXTS && !texts.isEmpty(); text++) {
            counts.begin(0);
            random.ints(PARTS_A_TEXT, 0, texts.size()).forEach(i -> counts.part(raw.code(texts.get(i))));
            counts.endMatch();
        }
        return new GzipCoder(new Learnt(phrases, counts.literalsAndLengths(), counts.distances()));
    }

    /** One that makes the same of everything as the one that {@linkplain #write wrote} it. */
    public static GzipCoder read(DataInput in) throws IOException {
        return new GzipCoder(Learnt.read(in));
    }

    public void write(DataOutput out) throws IOException {
        learnt.write(out);
    }

    /** {@code head}, the parts with {@code between} between them, and {@code tail}, as one gzip member. */
    public byte[] gzip(byte[] head, Part[] parts, byte[] between, byte[] tail) {
        WritingWalk walk = walks.take();
        BitOutput out = walk.output();
        int length = length(head, parts, between, tail);
        out.begin(prefix, 2 * length + END_BYTES);
        walk.begin(0);
        walk.loose(head);
        int crc = Crc.append(0, head);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                walk.loose(between);
                crc = Crc.append(crc, between);
            }
            long[] coded = parts[i].coded(coder);
            walk.part(coded);
            crc = Crc.append(crc, Coded.crc(coded), Coded.length(coded));
        }
        walk.loose(tail);
        codes.writeEnd(out);
        out.put(Crc.append(crc, tail) & 0xFFFFFFFFL, Integer.SIZE);
        out.put(length, Integer.SIZE);
        byte[] member = out.toBytes();
        walks.giveBack(walk);
        return member;
    }

    private static int length(byte[] head, Part[] parts, byte[] between, byte[] tail) {
        int length = head.length + tail.length + Math.max(0, parts.length - 1) * between.length;
        for (Part part : parts) {
            length += part.text().length;
        }
        return length;
    }
}

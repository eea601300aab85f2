package isuumo.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;

/** Reads a gzip member twice: as Java does, and as the strictest client would. */
public final class Gzip {
    private static final int HEADER_LENGTH = 10;
    private static final int TRAILER_LENGTH = 8;

    private Gzip() {}

    public static byte[] read(byte[] member) {
        try {
            byte[] text = new GZIPInputStream(new ByteArrayInputStream(member)).readAllBytes();
            requireStrict(member, text.length);
            return text;
        } catch (IOException | DataFormatException e) {
            throw new AssertionError("no gzip of " + member.length + " bytes: " + e.getMessage(), e);
        }
    }

    /** No flags in the header, nothing after the last block but the CRC and the length, nothing after those. */
    private static void requireStrict(byte[] member, int length) throws DataFormatException {
        ByteBuffer bytes = ByteBuffer.wrap(member).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(0x00_08_8b_1f, bytes.getInt(0), "magic number, method, flags");
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(member, HEADER_LENGTH, member.length - HEADER_LENGTH);
            byte[] text = new byte[length + 1];
            assertEquals(length, inflater.inflate(text), "inflated bytes");
            assertEquals(true, inflater.finished(), "the last block ends");
            assertEquals(TRAILER_LENGTH, inflater.getRemaining(), "bytes after the last block");
            CRC32 crc = new CRC32();
            crc.update(text, 0, length);
            assertEquals((int) crc.getValue(), bytes.getInt(member.length - TRAILER_LENGTH), "CRC-32");
            assertEquals(length, bytes.getInt(member.length - Integer.BYTES), "length");
        } finally {
            inflater.end();
        }
    }
}

package isuumo.bench.http;

import isuumo.bench.http.TransportException.Kind;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks one body of one gzip member (RFC 1952) after another with one inflater and one output buffer. Not thread-safe.
 *
 * <p>By hand, since a body must be one member and nothing else: {@link java.util.zip.GZIPInputStream} takes several for one,
 * and passes over what is no member after them.
 */
final class Gunzip {
    private static final int HEADER_BYTES = 10;
    private static final int TRAILER_BYTES = 8;
    private static final int DEFLATE = 8;
    private static final int FHCRC = 2;
    private static final int FEXTRA = 4;
    private static final int FNAME = 8;
    private static final int FCOMMENT = 16;

    private final CRC32 crc = new CRC32();
    private Inflater inflater;
    private byte[] output = {};

    byte[] output() {
        return output;
    }

    /** Unpacks into {@link #output()} and gives the number of bytes there; verifies checksum and length. */
    int unpack(byte[] bytes, int from, int to) throws TransportException {
        if (inflater == null) {
            inflater = new Inflater(true);
            output = new byte[64 * 1024];
        }
        int data = skipHeader(bytes, from, to);
        inflater.reset();
        inflater.setInput(bytes, data, to - data);
        int size = 0;
        try {
            while (!inflater.finished()) {
                if (size == output.length) {
                    output = Arrays.copyOf(output, size * 2);
                }
                int count = inflater.inflate(output, size, output.length - size);
                size += count;
                if (count == 0 && inflater.needsInput()) {
                    throw bad("ends early");
                }
            }
        } catch (DataFormatException _) {
            throw bad("cannot be unpacked");
        }
        int trailer = to - inflater.getRemaining();
        crc.reset();
        crc.update(output, 0, size);
        if (to - trailer != TRAILER_BYTES || littleEndian(bytes, trailer) != (int) crc.getValue()
                || littleEndian(bytes, trailer + 4) != size) {
            throw bad("has a wrong checksum or length, or something after it");
        }
        return size;
    }

    private static int skipHeader(byte[] bytes, int from, int to) throws TransportException {
        if (to - from < HEADER_BYTES + TRAILER_BYTES || bytes[from] != 0x1f || bytes[from + 1] != (byte) 0x8b
                || bytes[from + 2] != DEFLATE) {
            throw bad("has no gzip header");
        }
        int flags = bytes[from + 3];
        int at = from + HEADER_BYTES;
        if ((flags & FEXTRA) != 0) {
            at += 2 + (bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8);
        }
        for (int flag = FNAME; flag <= FCOMMENT; flag <<= 1) {
            if ((flags & flag) != 0) {
                while (at < to && bytes[at] != 0) {
                    at++;
                }
                at++;
            }
        }
        at += (flags & FHCRC) != 0 ? 2 : 0;
        if (at > to) {
            throw bad("ends in its header");
        }
        return at;
    }

    private static int littleEndian(byte[] bytes, int at) {
        return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16
                | (bytes[at + 3] & 0xff) << 24;
    }

    private static TransportException bad(String what) {
        return new TransportException(Kind.MALFORMED, "the gzip body " + what);
    }
}

package isuumo.bench.http;

import isuumo.bench.http.TransportException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads one HTTP/1.1 answer after another from a channel into one growing buffer, and unpacks it in place. Knows
 * Content-Length, chunked and gzip. Not thread-safe.
 */
final class ResponseReader {
    private static final int INITIAL_BYTES = 64 * 1024;
    private static final int MAX_BYTES = 64 * 1024 * 1024;
    /** "HTTP/1.1 200": the least a status line holds. */
    private static final int STATUS_LINE_BYTES = 12;
    private static final byte[] CONTENT_LENGTH = "content-length".getBytes();
    private static final byte[] TRANSFER_ENCODING = "transfer-encoding".getBytes();
    private static final byte[] CONTENT_ENCODING = "content-encoding".getBytes();
    private static final byte[] CONNECTION = "connection".getBytes();

    private static final int EXCERPT = 40;

    private final Traffic traffic;
    private final Gunzip gunzip = new Gunzip();
    private ByteBuffer buffer = ByteBuffer.allocate(INITIAL_BYTES);
    private byte[] bytes = buffer.array();
    private SocketChannel channel;
    private int filled;
    private int length;
    private boolean chunked;
    private boolean gzip;
    private boolean close;

    ResponseReader(Traffic traffic) {
        this.traffic = traffic;
    }

    boolean receivedAnything() {
        return filled > 0;
    }

    boolean closesAfter() {
        return close;
    }

    /** Whether the last answer's body came in gzip. */
    boolean gzipped() {
        return gzip;
    }

    Reply read(SocketChannel from, long askedNanos) throws IOException {
        channel = from;
        filled = 0;
        int status;
        int head;
        int start = 0;
        do { // an interim 1xx answer precedes the real one
            head = readHead(start);
            status = status(start);
            parseHead(start, head);
            start = head;
        } while (status < 200);
        int end = readBody(head, status);
        long answered = System.nanoTime();
        if (filled > end && !chunked) {
            throw new TransportException(Kind.MALFORMED, "more bytes than the answer announced");
        }
        if (gzip && end > head) {
            int size = gunzip.unpack(bytes, head, end);
            return new Reply(status, gunzip.output(), 0, size, askedNanos, answered);
        }
        return new Reply(status, bytes, head, end, askedNanos, answered);
    }

    private int readHead(int start) throws IOException {
        int scanned = start;
        while (true) {
            for (int i = scanned; i + 3 < filled; i++) {
                if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                    return i + 4;
                }
            }
            scanned = Math.max(start, filled - 3);
            refuseOther(start);
            fill();
        }
    }

    /** A server of another protocol may never send what would end a head. */
    private void refuseOther(int start) throws TransportException {
        if (filled - start >= 5 && !(bytes[start] == 'H' && bytes[start + 1] == 'T' && bytes[start + 4] == '/')) {
            throw notHttp(start);
        }
    }

    private TransportException notHttp(int start) {
        String said = new String(bytes, start, Math.min(EXCERPT, filled - start), StandardCharsets.ISO_8859_1)
                .replaceAll("[^ -~]", "?");
        return new TransportException(Kind.MALFORMED, "it begins with '" + said + "', not with an HTTP status line");
    }

    private int status(int start) throws TransportException {
        boolean http = filled - start >= STATUS_LINE_BYTES && bytes[start] == 'H' && bytes[start + 4] == '/';
        int status = 0;
        for (int i = start + 9; http && i < start + STATUS_LINE_BYTES; i++) {
            status = status * 10 + bytes[i] - '0';
        }
        if (status < 100 || status > 999) {
            throw notHttp(start);
        }
        return status;
    }

    private void parseHead(int start, int end) throws TransportException {
        length = -1;
        chunked = false;
        gzip = false;
        close = bytes[start + 7] == '0';
        for (int line = nextLine(start, end); line < end - 2; line = nextLine(line, end)) {
            switch (bytes[line] | 0x20) {
                case 'c' -> parseHeaderStartingWithC(line, end);
                case 't' -> chunked |= named(line, TRANSFER_ENCODING) && contains(line, end, "chunked");
                default -> {
                    // no header this client needs
                }
            }
        }
    }

    private void parseHeaderStartingWithC(int line, int end) throws TransportException {
        if (named(line, CONTENT_LENGTH)) {
            length = number(line + CONTENT_LENGTH.length + 1);
        } else if (named(line, CONTENT_ENCODING)) {
            gzip = contains(line, end, "gzip");
        } else if (named(line, CONNECTION)) {
            close |= contains(line, end, "close");
        }
    }

    private int nextLine(int from, int end) {
        int i = from;
        while (i < end && bytes[i] != '\n') {
            i++;
        }
        return i + 1;
    }

    private boolean named(int line, byte[] lowerCaseName) {
        if (line + lowerCaseName.length >= filled || bytes[line + lowerCaseName.length] != ':') {
            return false;
        }
        for (int i = 0; i < lowerCaseName.length; i++) {
            if ((bytes[line + i] | 0x20) != (lowerCaseName[i] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    private boolean contains(int line, int end, String lowerCase) {
        int stop = nextLine(line, end);
        return new String(bytes, line, stop - line).toLowerCase(java.util.Locale.ROOT).contains(lowerCase);
    }

    private int number(int from) throws TransportException {
        int i = from;
        while (bytes[i] == ' ') {
            i++;
        }
        long value = 0;
        for (; bytes[i] >= '0' && bytes[i] <= '9' && value <= MAX_BYTES; i++) {
            value = value * 10 + bytes[i] - '0';
        }
        if (value > MAX_BYTES || bytes[i] != '\r' && bytes[i] != ' ') {
            throw new TransportException(Kind.MALFORMED, "Content-Length unreadable or over " + MAX_BYTES);
        }
        return (int) value;
    }

    private int readBody(int head, int status) throws IOException {
        if (status == 204 || status == 304) {
            return head;
        }
        if (chunked) {
            return readChunks(head);
        }
        if (length >= 0) {
            fillTo(head + length);
            return head + length;
        }
        close = true;
        while (channel.isOpen()) { // neither length nor chunks: the body ends with the connection
            if (!tryFill()) {
                return filled;
            }
        }
        return filled;
    }

    /** Moves the chunks together, in place, and gives the body's end. */
    private int readChunks(int head) throws IOException {
        int in = head;
        int out = head;
        while (true) {
            int line = in;
            while (in + 1 >= filled || bytes[in] != '\r' || bytes[in + 1] != '\n') {
                if (in + 1 >= filled) {
                    fill();
                } else {
                    in++;
                }
            }
            int size = chunkSize(line, in);
            in += 2;
            if (size == 0) {
                fillTo(in + 2); // no trailers are expected, so just the empty line
                return out;
            }
            fillTo(in + size + 2);
            System.arraycopy(bytes, in, bytes, out, size);
            out += size;
            in += size + 2;
        }
    }

    private int chunkSize(int from, int to) throws TransportException {
        long size = 0;
        for (int i = from; i < to && bytes[i] != ';'; i++) {
            int digit = Character.digit(bytes[i], 16);
            size = size * 16 + digit;
            if (digit < 0 || size > MAX_BYTES) {
                throw new TransportException(Kind.MALFORMED, "chunk size unreadable");
            }
        }
        return (int) size;
    }

    private void fillTo(int end) throws IOException {
        while (filled < end) {
            fill();
        }
    }

    private void fill() throws IOException {
        if (!tryFill()) {
            throw new TransportException(Kind.DROPPED, "connection closed");
        }
    }

    private boolean tryFill() throws IOException {
        if (filled == bytes.length) {
            if (filled >= MAX_BYTES) {
                throw new TransportException(Kind.MALFORMED, "answer over " + MAX_BYTES + " bytes");
            }
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
            buffer = ByteBuffer.wrap(bytes);
        }
        int count = channel.read(buffer.limit(bytes.length).position(filled));
        if (count < 0) {
            return false;
        }
        traffic.received(count);
        filled += count;
        return true;
    }
}

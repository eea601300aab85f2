package isuumo.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * What Helidon's HTTP/1.1 reads a connection's requests from, and where it is put right about RFC 9112:
 *
 * <ul>
 * <li>empty lines before a request line are passed over (section 2.2);
 * <li>a target's raw characters arrive encoded, see {@link RequestLine};
 * <li>a method that is no token is the client's fault, and who leaves in the middle of the headers has left: Helidon takes both for
 * a fault of its own, answers 500 and logs a stack trace;
 * <li>a chunk's size may have extensions, a last chunk trailers, both ignored, and a chunk must end where its size says
 * (section 7.1): Helidon skips the two bytes behind one, whatever they are, and fails on the rest;
 * <li>a body has at most {@link #MAX_CHUNKED_BYTES} in chunks: Helidon reads one that nobody wants to its end;
 * <li>a long chunk arrives as several: Helidon reads each as a whole into memory, before anybody has looked at the request.
 * </ul>
 *
 * <p>It follows from the order in which Helidon 4.5 asks: {@link #findNewLine} and {@link #readBytes} for the request line,
 * {@link #startsWithNewLine} before each header, {@link #readLine} for a chunk's size and for what ends the last one,
 * {@link #readBuffer(int)} for what is in it. {@code HelidonFaultsTest} tells which of this Helidon does itself by now.
 *
 * <p>Confined to the connection's thread. Costs one copy of each request's bytes.
 */
final class RequestReader extends DataReader {
    /** Twice the largest body that is taken, so that nearly every refusal keeps the connection. */
    static final int MAX_CHUNKED_BYTES = 2 * CsvUpload.MAX_BYTES;

    /** Of a chunk's size with its extensions, and of a trailer; nobody here needs either. */
    private static final int MAX_LINE_BYTES = 4 << 10;
    private static final int MAX_TRAILERS = 64;
    private static final int MAX_PIECE_BYTES = 64 << 10;
    /** A long's; more can be no length, but leading zeros. */
    private static final int MAX_SIZE_DIGITS = 16;
    private static final byte[] HEAD = "HEAD ".getBytes(StandardCharsets.US_ASCII);

    private boolean betweenRequests = true;
    private boolean atRequestLine;
    private boolean headRequest;
    private boolean headAnswered;
    private long chunkedBytes;
    private boolean inChunk;
    /** Of a chunk that is handed on piece by piece. */
    private int restOfChunk;
    private boolean betweenPieces;
    private boolean inTrailers;
    private boolean outOfStep;

    private final Source source;

    RequestReader(DataReader connection) {
        this(new Source(connection));
    }

    @SuppressWarnings("removal") // what replaces the constructor cannot make this class
    private RequestReader(Source source) {
        super(source);
        this.source = source;
    }

    /** What the connection brings, as it comes. */
    private static final class Source implements Supplier<byte[]> {
        private final DataReader connection;
        private boolean inHeaders;

        private Source(DataReader connection) {
            this.connection = connection;
        }

        @Override
        public byte[] get() {
            try {
                connection.ensureAvailable();
            } catch (InsufficientDataAvailableException e) {
                if (inHeaders) {
                    throw new CloseConnectionException("the headers ended early", e);
                }
                throw e;
            }
            return connection.readBytes(connection.available());
        }
    }

    /** Whether the last request that came is a HEAD. */
    boolean headRequest() {
        return headRequest;
    }

    /** Whether the head of the answer to the last request has been written. */
    boolean headAnswered() {
        return headAnswered;
    }

    /** To be called with the head of the answer to the last request. */
    void answered() {
        headAnswered = true;
    }

    /** Whether nobody can tell any more where the next request begins, so that the connection is about to close. */
    boolean outOfStep() {
        return outOfStep;
    }

    @Override
    public int findNewLine(int max) {
        if (betweenRequests) {
            betweenRequests = false;
            headRequest = false;
            headAnswered = false;
            chunkedBytes = 0;
            restOfChunk = 0;
            while (super.startsWithNewLine()) {
                skip(2);
            }
            atRequestLine = true;
        }
        return super.findNewLine(max);
    }

    @Override
    public byte[] readBytes(int length) {
        byte[] bytes = super.readBytes(length);
        if (!atRequestLine) {
            return bytes;
        }
        atRequestLine = false;
        headRequest = length > HEAD.length && Arrays.equals(bytes, 0, HEAD.length, HEAD, 0, HEAD.length);
        if (!RequestLine.hasMethod(bytes)) {
            throw malformed("The method is no token");
        }
        source.inHeaders = true;
        return RequestLine.encode(bytes);
    }

    /** The empty line that ends the headers is the last of a request but its body. */
    @Override
    public boolean startsWithNewLine() {
        boolean ends = super.startsWithNewLine();
        betweenRequests |= ends;
        source.inHeaders &= !ends;
        return ends;
    }

    /** The next chunk's size without its extensions; behind the last chunk the empty line after the trailers. */
    @Override
    public String readLine() {
        if (outOfStep) {
            throw malformed("The body goes on behind what could not be read");
        }
        if (inTrailers) {
            inTrailers = false;
            skipTrailers();
            return "";
        }
        if (restOfChunk == 0) {
            restOfChunk = chunkSize(line());
            inTrailers = restOfChunk == 0;
        }
        int piece = Math.min(restOfChunk, MAX_PIECE_BYTES);
        inChunk = piece > 0;
        restOfChunk -= piece;
        return Integer.toHexString(piece);
    }

    private String line() {
        int length;
        try {
            length = super.findNewLine(MAX_LINE_BYTES);
        } catch (IncorrectNewLineException e) {
            throw malformed("A line of the chunked body ends without CR LF");
        }
        if (length == MAX_LINE_BYTES) {
            throw malformed("A line of the chunked body is longer than " + MAX_LINE_BYTES + " bytes");
        }
        String line = length == 0 ? "" : readAsciiString(length);
        skip(2);
        if (line.indexOf('\n') >= 0) { // which findNewLine passes over where a CR LF follows
            throw malformed("A line of the chunked body ends without CR LF");
        }
        return line;
    }

    private void skipTrailers() {
        for (int i = 0; i <= MAX_TRAILERS; i++) {
            if (line().isEmpty()) {
                return;
            }
        }
        throw malformed("The chunked body has more than " + MAX_TRAILERS + " trailers");
    }

    private int chunkSize(String line) {
        int extensions = line.indexOf(';');
        String digits = (extensions < 0 ? line : line.substring(0, extensions)).stripTrailing();
        if (digits.isEmpty() || digits.length() > MAX_SIZE_DIGITS
                || !digits.chars().allMatch(digit -> digit < 0x80 && Character.digit(digit, 16) >= 0)) {
            throw malformed("The size of a chunk is 1 to " + MAX_SIZE_DIGITS + " hexadecimal digits");
        }
        long size = Long.parseUnsignedLong(digits, 16);
        if (size < 0 || size > MAX_CHUNKED_BYTES - chunkedBytes) {
            throw refused(Status.REQUEST_ENTITY_TOO_LARGE_413,
                    "The chunked body is larger than " + MAX_CHUNKED_BYTES + " bytes; send less at once");
        }
        chunkedBytes += size;
        return (int) size;
    }

    @Override
    public BufferData readBuffer(int length) {
        BufferData data = super.readBuffer(length);
        if (inChunk) {
            inChunk = false;
            betweenPieces = restOfChunk > 0;
            if (!betweenPieces && !super.startsWithNewLine()) {
                throw malformed("A chunk is longer or shorter than its size says");
            }
        }
        return data;
    }

    /** Behind a chunk Helidon skips what ends it, which is not there between two pieces. */
    @Override
    public void skip(int length) {
        if (betweenPieces) {
            betweenPieces = false;
        } else {
            super.skip(length);
        }
    }

    private RequestException malformed(String message) {
        return refused(Status.BAD_REQUEST_400, message);
    }

    private RequestException refused(Status status, String message) {
        outOfStep = true;
        return RequestException.builder().type(EventType.BAD_REQUEST).status(status).message(message)
                .setKeepAlive(false).build();
    }
}

package isuumo.bench.http;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/**
 * One user's browser: a User-Agent, and up to two keep-alive connections for what a page asks for at once. Redirects
 * are not followed. A reply is valid until the next request through the same lane. Not thread-safe, except that the two
 * lanes may be used at the same time.
 */
public final class Browser implements AutoCloseable {
    /** Which of the browser's two connections a request takes. */
    public enum Lane {
        FIRST, SECOND
    }

    private final String userAgent;
    private final byte[] commonHeaders;
    private final String basePath;
    private final Lines[] lanes = new Lines[Lane.values().length];

    /** A connection and its request buffer. */
    private static final class Lines {
        private final Connection connection;
        private ByteBuffer out = ByteBuffer.allocate(8 * 1024);

        private Lines(Connection connection) {
            this.connection = connection;
        }
    }

    /** {@link Network} opens browsers. */
    Browser(URI target, String userAgent, Function<InetSocketAddress, Connection> connections) {
        int port = target.getPort() < 0 ? 80 : target.getPort();
        InetSocketAddress address = new InetSocketAddress(target.getHost(), port);
        Arrays.setAll(lanes, _ -> new Lines(connections.apply(address)));
        this.userAgent = userAgent;
        this.basePath = target.getRawPath() == null ? "" : target.getRawPath().replaceAll("/+$", "");
        this.commonHeaders = ("Host: " + target.getRawAuthority() + "\r\nUser-Agent: " + userAgent
                + "\r\nAccept-Encoding: gzip\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    public String userAgent() {
        return userAgent;
    }

    /** {@code pathAndQuery} begins with a slash and is percent-encoded. */
    public Reply get(Lane lane, String pathAndQuery, long timeoutNanos) throws TransportException {
        return send(lane, "GET ", pathAndQuery, "", new byte[0], timeoutNanos);
    }

    /** A null {@code contentType} sends no such header. */
    public Reply post(Lane lane, String pathAndQuery, String contentType, byte[] body, long timeoutNanos)
            throws TransportException {
        String type = contentType == null ? "" : "Content-Type: " + contentType + "\r\n";
        return send(lane, "POST ", pathAndQuery, type + "Content-Length: " + body.length + "\r\n", body, timeoutNanos);
    }

    private Reply send(Lane lane, String method, String path, String headers, byte[] body, long timeoutNanos)
            throws TransportException {
        Lines lines = lanes[lane.ordinal()];
        int size = method.length() + basePath.length() + path.length() + 11 + commonHeaders.length + headers.length()
                + 2 + body.length;
        if (lines.out.capacity() < size) {
            lines.out = ByteBuffer.allocate(size);
        }
        ByteBuffer out = lines.out.clear();
        ascii(out, method);
        ascii(out, basePath);
        ascii(out, path);
        ascii(out, " HTTP/1.1\r\n");
        out.put(commonHeaders);
        ascii(out, headers);
        ascii(out, "\r\n");
        out.put(body).flip();
        return lines.connection.exchange(out, method.startsWith("GET"), timeoutNanos);
    }

    @SuppressWarnings("deprecation") // the one copy of ASCII characters without an encoder
    private static void ascii(ByteBuffer out, String text) {
        int length = text.length();
        text.getBytes(0, length, out.array(), out.position());
        out.position(out.position() + length);
    }

    @Override
    public void close() {
        for (Lines lines : lanes) {
            lines.connection.close();
        }
    }
}

package isuumo.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Requests that a well-behaved client would not send, written byte by byte. */
public final class RawHttp implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 20_000;

    private final Socket socket;

    public RawHttp(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
    }

    public RawHttp send(String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public RawHttp send(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        return this;
    }

    /** How long an answer is waited for, instead of 20 s. */
    public RawHttp patience(int millis) throws IOException {
        socket.setSoTimeout(millis);
        return this;
    }

    /** No more will be sent. */
    public RawHttp leave() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** All that the server sends until it closes the connection; fails when it does not within 20 s. */
    public String readUntilClosed() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** One answer with its body, whose length the server must have told. */
    public String readAnswer() throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed after: " + head);
            }
            head.append((char) next);
        }
        int length = head.toString().lines().map(String::toLowerCase)
                .filter(line -> line.startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring("content-length:".length()).strip()))
                .findFirst().orElseThrow();
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    /**
     * The next answer; empty when the server has closed the connection.
     *
     * @param toHead whether it answers a HEAD
     */
    public Optional<RawAnswer> next(boolean toHead) throws IOException {
        return RawAnswer.read(socket.getInputStream(), toHead);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

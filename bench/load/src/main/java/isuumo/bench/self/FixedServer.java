package isuumo.bench.self;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A server that does next to nothing, so that what is measured is the benchmark: every answer is a ready byte array
 * (see {@link FixedAnswers}). HTTP/1.1 keep-alive, one virtual thread a connection, loopback only.
 */
final class FixedServer {
    private static final int BUFFER_BYTES = 16 * 1024;
    private static final byte[] LENGTH_HEADER = "\r\nContent-Length: ".getBytes(StandardCharsets.US_ASCII);

    private final FixedAnswers answers;

    FixedServer(FixedAnswers answers) {
        this.answers = answers;
    }

    /** Serves until the process ends. */
    void serve(ServerSocket listener) throws IOException {
        while (true) {
            Socket socket = listener.accept();
            socket.setTcpNoDelay(true);
            Thread.startVirtualThread(() -> converse(socket));
        }
    }

    static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
    }

    private void converse(Socket socket) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try (socket) {
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            for (int filled = 0;;) {
                int count = in.read(buffer, filled, buffer.length - filled);
                if (count < 0) {
                    return;
                }
                filled += count;
                if (isComplete(buffer, filled)) {
                    out.write(answers.answer(buffer, filled));
                    filled = 0;
                }
            }
        } catch (IOException _) {
            // the client went away
        }
    }

    /** Clients here send one request at a time, so a complete request is all there is. */
    private static boolean isComplete(byte[] buffer, int filled) {
        int headEnd = indexOf(buffer, filled, "\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        if (headEnd < 0) {
            return false;
        }
        int header = indexOf(buffer, headEnd, LENGTH_HEADER);
        int length = 0;
        for (int i = header + LENGTH_HEADER.length; header >= 0 && buffer[i] >= '0' && buffer[i] <= '9'; i++) {
            length = length * 10 + buffer[i] - '0';
        }
        return filled >= headEnd + 4 + length;
    }

    static int indexOf(byte[] buffer, int end, byte[] wanted) {
        for (int i = 0; i + wanted.length <= end; i++) {
            int j = 0;
            while (j < wanted.length && buffer[i + j] == wanted[j]) {
                j++;
            }
            if (j == wanted.length) {
                return i;
            }
        }
        return -1;
    }
}

package isuumo.bench.http;

import isuumo.bench.http.TransportException.Kind;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * One keep-alive HTTP/1.1 connection: blocking, one request at a time, buffers reused, opened when first needed and
 * again after the server closed it. Made for a benchmark: it does only what it needs (Content-Length, chunked, gzip).
 * Not thread-safe, except for {@link #close()} and {@link #closeIfLate}.
 *
 * <p>Why not a library's client: the benchmark shares its cores with the server it measures. The figures are in
 * bench/README.md ("What the benchmark itself costs").
 */
final class Connection {
    private static final int OK = 200;

    private final InetSocketAddress address;
    private final Watchdog watchdog;
    private final Traffic traffic;
    private final long mayBeStaleNanos;
    private final ResponseReader reader;

    private volatile SocketChannel channel;
    private volatile long deadlineNanos = Long.MAX_VALUE;
    private volatile boolean late;
    private long lastUsedNanos;

    Connection(InetSocketAddress address, Watchdog watchdog, Traffic traffic, long mayBeStaleNanos) {
        this.address = address;
        this.watchdog = watchdog;
        this.traffic = traffic;
        this.mayBeStaleNanos = mayBeStaleNanos;
        this.reader = new ResponseReader(traffic);
    }

    /** Sends one request and reads its answer; the timeout covers connecting, sending and receiving. */
    Reply exchange(ByteBuffer request, boolean get, long timeoutNanos) throws TransportException {
        long asked = System.nanoTime();
        late = false;
        deadlineNanos = asked + timeoutNanos;
        watchdog.add(this);
        boolean reused = channel != null;
        boolean idleLong = asked - lastUsedNanos > mayBeStaleNanos;
        try {
            try {
                return attempt(request, get, asked);
            } catch (TransportException e) {
                if (!(reused && idleLong && get) || e.kind() != Kind.DROPPED || reader.receivedAnything()) {
                    throw e;
                }
                request.rewind();
                return attempt(request, get, asked);
            }
        } finally {
            deadlineNanos = Long.MAX_VALUE;
            lastUsedNanos = System.nanoTime();
        }
    }

    private Reply attempt(ByteBuffer request, boolean get, long asked) throws TransportException {
        try {
            SocketChannel open = open();
            while (request.hasRemaining()) {
                traffic.sent(open.write(request));
            }
            Reply reply = reader.read(open, asked);
            if (get && reply.status() == OK) {
                traffic.getAnswered(reader.gzipped());
            }
            if (reader.closesAfter()) {
                disconnect();
            }
            return reply;
        } catch (TransportException e) {
            disconnect();
            throw late ? new TransportException(Kind.TIMEOUT, "timeout") : e;
        } catch (IOException e) {
            disconnect();
            throw late ? new TransportException(Kind.TIMEOUT, "timeout") : named(e);
        }
    }

    private static TransportException named(IOException e) {
        String text = String.valueOf(e.getMessage());
        boolean local = e instanceof BindException || text.contains("Too many open files")
                || text.contains("Cannot assign requested address");
        String what = e instanceof SocketException && !text.equals("null") ? text : "connection closed";
        return new TransportException(local ? Kind.LOCAL : Kind.DROPPED, what);
    }

    private SocketChannel open() throws IOException {
        SocketChannel open = channel;
        if (open == null) {
            open = SocketChannel.open();
            channel = open;
            open.setOption(StandardSocketOptions.TCP_NODELAY, true);
            open.connect(address);
        }
        return open;
    }

    void closeIfLate(long nowNanos) {
        if (nowNanos > deadlineNanos) {
            late = true;
            disconnect();
        }
    }

    private void disconnect() {
        SocketChannel open = channel;
        channel = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException _) {
                // nothing is left to lose on it
            }
        }
    }

    void close() {
        disconnect();
        watchdog.remove(this);
    }
}

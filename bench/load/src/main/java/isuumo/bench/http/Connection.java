package isuumo.bench.http;

import isuumo.bench.http.TransportException.Kind;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
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
    private final ResponseReader reader;

    private volatile SocketChannel channel;
    private volatile long deadlineNanos = Long.MAX_VALUE;
    private volatile boolean late;

    Connection(InetSocketAddress address, Watchdog watchdog, Traffic traffic) {
        this.address = address;
        this.watchdog = watchdog;
        this.traffic = traffic;
        this.reader = new ResponseReader(traffic);
    }

    /**
     * Sends one request and reads its answer; the timeout covers connecting, sending and receiving. A server may close a
     * kept connection whenever it is idle (RFC 9112, section 9.3.1), so that a GET which nothing answers on one is sent
     * once more, on a new one.
     */
    Reply exchange(ByteBuffer request, boolean get, long timeoutNanos) throws TransportException {
        long asked = System.nanoTime();
        late = false;
        deadlineNanos = asked + timeoutNanos;
        watchdog.add(this);
        boolean reused = channel != null;
        try {
            try {
                return attempt(request, get, asked);
            } catch (TransportException e) {
                if (!(reused && get) || e.kind() != Kind.DROPPED || reader.receivedAnything()) {
                    throw e;
                }
                request.rewind();
                return attempt(request, get, asked);
            }
        } finally {
            deadlineNanos = Long.MAX_VALUE;
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

    private TransportException named(IOException e) {
        String text = String.valueOf(e.getMessage());
        boolean local = e instanceof BindException || text.contains("Too many open files")
                || text.contains("Cannot assign requested address");
        String what = e instanceof SocketException && !text.equals("null") ? text : "connection closed";
        if (e instanceof ConnectException && !local) {
            what += " by " + address.getHostString() + ":" + address.getPort()
                    + "; start the server, or give its address";
        }
        return new TransportException(local ? Kind.LOCAL : Kind.DROPPED, what);
    }

    private SocketChannel open() throws IOException {
        SocketChannel open = channel;
        if (open == null) {
            if (address.isUnresolved()) {
                throw new TransportException(Kind.DROPPED, "the host name " + address.getHostString()
                        + " is not known here; check its spelling, or give an address");
            }
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

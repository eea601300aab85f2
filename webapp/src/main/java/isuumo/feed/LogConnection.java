package isuumo.feed;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.BinaryLogClient.AbstractLifecycleListener;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.TransactionPayloadEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDataDeserializationException;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer.CompatibilityMode;
import com.github.shyiko.mysql.binlog.network.SSLMode;
import com.github.shyiko.mysql.binlog.network.ServerException;
import isuumo.gtid.GtidSet;
import isuumo.store.FeedServer;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLException;

/**
 * One connection to a server's log, from a position to its first failure.
 *
 * <p>The library goes on after an event that it cannot read and after a listener that failed, with no more than a line in
 * the log: here either ends the connection, so that nothing is ever left out.
 */
final class LogConnection {
    private static final Logger LOG = Logger.getLogger(LogConnection.class.getName());
    private static final int CANNOT_READ_LOG = 1236; // ER_SOURCE_FATAL_ERROR_READING_BINLOG: purged, or truncated
    private static final String SAME_ID = "same server";

    private final Client client;
    private volatile Exception failure;
    private volatile boolean closed;

    /** What is done with an event. */
    interface Handler {
        void connected();

        void handle(Event event) throws LostTrackException;
    }

    LogConnection(FeedServer server, FeedTuning tuning, long clientId, GtidSet from, Handler handler) {
        client = new Client(server);
        client.setSSLMode(SSLMode.valueOf(server.tlsMode()));
        client.setServerId(clientId);
        client.setGtidSet(from.toString());
        client.setKeepAlive(false); // it would reconnect from its own idea of the position
        client.setHeartbeatInterval(tuning.heartbeatMillis());
        client.setConnectTimeout(tuning.silenceMillis());
        client.setSocketFactory(() -> socket(tuning.silenceMillis()));
        EventDeserializer deserializer = new EventDeserializer();
        deserializer.setCompatibilityMode(CompatibilityMode.CHAR_AND_BINARY_AS_BYTE_ARRAY);
        deserializer.setEventDataDeserializer(EventType.TRANSACTION_PAYLOAD, _ -> compressed());
        client.setEventDeserializer(deserializer);
        client.registerEventListener(event -> handle(event, handler));
        client.registerLifecycleListener(new Lifecycle(handler));
    }

    /** That there was one is enough to know: the library would need native code to look into it. */
    private static TransactionPayloadEventData compressed() {
        var event = new TransactionPayloadEventData();
        event.setUncompressedEvents(new ArrayList<>());
        return event;
    }

    /** Silence is noticed by the read that waits for the next heartbeat. */
    private static Socket socket(int silenceMillis) throws SocketException {
        Socket socket = new Socket();
        socket.setSoTimeout(silenceMillis);
        return socket;
    }

    /**
     * Returns when {@link #close} was called.
     *
     * @throws LostTrackException when the log cannot be followed from that position
     * @throws IOException when the connection failed; another one may succeed
     */
    void follow() throws LostTrackException, IOException {
        try {
            client.connect();
        } catch (IOException e) {
            fail(e);
        }
        switch (failure) {
            case null -> {
                if (!closed) {
                    throw new EOFException("the server ended the connection");
                }
            }
            case LostTrackException e -> throw e;
            case ServerException e when e.getErrorCode() == CANNOT_READ_LOG && !e.getMessage().contains(SAME_ID) ->
                throw new LostTrackException("the server cannot read its log from there: " + e.getMessage());
            case IOException e -> throw e;
            default -> throw new IOException(failure);
        }
    }

    /** Whether the next event, or a part of it, has arrived. To be asked by the {@link Handler} only. */
    boolean hasMore() {
        try {
            return client.hasMore();
        } catch (IOException _) {
            return false; // the next read will say so
        }
    }

    private void handle(Event event, Handler handler) {
        try {
            handler.handle(event);
        } catch (LostTrackException e) {
            end(e);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "could not apply " + event.getHeader());
            end(new LostTrackException("an event could not be applied: " + e));
        }
    }

    private void end(Exception cause) {
        fail(cause);
        disconnect();
    }

    private void fail(Exception e) {
        failure = failure == null ? e : failure;
    }

    /** From any thread. */
    void close() {
        closed = true;
        disconnect();
    }

    private void disconnect() {
        try {
            client.disconnect();
        } catch (IOException e) {
            fail(e);
        }
    }

    private static final class Client extends BinaryLogClient {
        Client(FeedServer server) {
            super(server.host(), server.port(), server.account().user(), server.account().password());
        }

        boolean hasMore() throws IOException {
            return channel.getInputStream().available() > 0;
        }
    }

    private final class Lifecycle extends AbstractLifecycleListener {
        private final Handler handler;

        private Lifecycle(Handler handler) {
            this.handler = handler;
        }

        @Override
        public void onConnect(BinaryLogClient connected) {
            handler.connected();
        }

        @Override
        public void onCommunicationFailure(BinaryLogClient failed, Exception e) {
            fail(e);
        }

        @Override
        public void onEventDeserializationFailure(BinaryLogClient failed, Exception e) {
            Throwable cause = e instanceof EventDataDeserializationException ? e.getCause() : e;
            end(cause instanceof InterruptedIOException || cause instanceof SSLException
                    ? (IOException) cause
                    : new LostTrackException("an event cannot be read: " + e + ", " + cause));
        }
    }
}

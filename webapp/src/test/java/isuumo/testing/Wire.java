package isuumo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A TCP address of its own for a database, on whose way every command is seen: something can happen at a named moment of
 * the next one of a kind. Thread-safe.
 *
 * @see <a href="https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_command_phase.html">the protocol</a>
 */
public final class Wire implements AutoCloseable {
    private final ServerSocket listener;
    private volatile int targetPort;
    private final Set<WireConnection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Trap> trap = new AtomicReference<>();

    /** When something happens to a command. */
    public enum Moment {
        /** It has been received from the client, and the database does not have it. */
        SENT,
        /** The database has answered, and the client does not have that. */
        ANSWERED
    }

    /** What happens; nothing passes on that connection meanwhile. */
    public interface Event {
        void happen(WireConnection connection) throws Exception;
    }

    private record Trap(Moment moment, String statement, Event event) {}

    /** @param jdbcUrl of a database on the loopback interface, without TLS */
    public Wire(String jdbcUrl) {
        redirect(jdbcUrl);
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** New connections lead there. */
    public void redirect(String jdbcUrl) {
        targetPort = URI.create(jdbcUrl.substring("jdbc:".length())).getPort();
    }

    /** The same account, through this wire. */
    public Account through(Account direct) {
        return new Account("jdbc:mysql://127.0.0.1:" + listener.getLocalPort() + "/isuumo?sslMode=DISABLED",
                direct.user(),
                direct.password());
    }

    /**
     * Sets a trap for one command.
     *
     * @param statement how it begins, in lower case
     */
    public void once(Moment moment, String statement, Event event) {
        trap.set(new Trap(moment, statement, event));
    }

    /** Whether it has not come yet. */
    public boolean isArmed() {
        return trap.get() != null;
    }

    /** Runs the event of the trap that a command falls into. */
    void pass(Moment moment, String statement, WireConnection connection) throws IOException {
        Trap set = trap.get();
        if (set != null && set.moment == moment && statement.toLowerCase(Locale.ROOT).startsWith(set.statement)
                && trap.compareAndSet(set, null)) {
            try {
                set.event.happen(connection);
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                WireConnection connection = new WireConnection(this, client,
                        new Socket(InetAddress.getLoopbackAddress(), targetPort));
                connections.add(connection);
                connection.start(() -> connections.remove(connection));
            } catch (IOException _) {
                // closed, or the database is not there
            }
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        connections.forEach(WireConnection::cut);
    }
}

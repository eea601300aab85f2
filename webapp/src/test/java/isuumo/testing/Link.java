package isuumo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A TCP address of its own for a database that may move, stop or hang: the link to it can be cut, or fall silent. */
public final class Link implements AutoCloseable {
    private final ServerSocket listener = listen();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean silent;
    private volatile int targetPort;

    /** @param jdbcUrl of a database on the loopback interface */
    public Link(String jdbcUrl) {
        redirect(jdbcUrl);
        Thread.ofVirtual().start(this::accept);
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void redirect(String jdbcUrl) {
        targetPort = URI.create(jdbcUrl.substring("jdbc:".length())).getPort();
    }

    /** The same account, through this link. */
    public Account through(Account direct) {
        return new Account("jdbc:mysql://127.0.0.1:" + listener.getLocalPort() + "/isuumo", direct.user(),
                direct.password());
    }

    /** Ends all connections; new ones are accepted. */
    public void cut() {
        sockets.forEach(Link::close);
    }

    /** Nothing passes any more, and nobody is told, until {@link #speak}. */
    public void fallSilent() {
        set(true);
    }

    public void speak() {
        set(false);
    }

    private void set(boolean value) {
        lock.lock();
        try {
            silent = value;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void awaitSpeaking() {
        lock.lock();
        try {
            while (silent) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                sockets.add(client);
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException _) {
                // closed
            }
        }
    }

    private void connect(Socket client) {
        awaitSpeaking();
        try {
            Socket server = new Socket(InetAddress.getLoopbackAddress(), targetPort);
            server.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            sockets.add(server);
            Thread.ofVirtual().start(() -> copy(client, server));
            copy(server, client);
        } catch (IOException _) {
            close(client);
        }
    }

    private void copy(Socket from, Socket to) {
        byte[] buffer = new byte[65_536];
        try (from; to) {
            for (int n = from.getInputStream().read(buffer); n >= 0; n = from.getInputStream().read(buffer)) {
                awaitSpeaking();
                to.getOutputStream().write(buffer, 0, n);
            }
        } catch (IOException _) {
            // cut
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        speak();
        cut();
    }
}

package isuumo.bench.tell;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real HTTP server that answers as it is told to, and else 200. It remembers what it took. */
public final class MoodyServer implements AutoCloseable {
    /** Instead of a status: the connection is closed without an answer. */
    public static final int HANGS_UP = 0;

    private final HttpServer server;
    private final ConcurrentLinkedQueue<Integer> moods = new ConcurrentLinkedQueue<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> types = new CopyOnWriteArrayList<>();

    public MoodyServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Integer mood = moods.poll();
            if (mood != null && mood == HANGS_UP) {
                return;
            }
            if (mood == null) {
                taken.add(body);
                types.add(exchange.getRequestMethod() + " " + exchange.getRequestHeaders().getFirst("Content-Type"));
            }
            exchange.sendResponseHeaders(mood == null ? 200 : mood, -1);
        }
    }

    public void will(Integer... statuses) {
        moods.addAll(List.of(statuses));
    }

    /** Bodies that were answered 200. */
    public List<String> taken() {
        return taken;
    }

    List<String> types() {
        return types;
    }

    /** A file with its address, in which there is a secret. */
    public Path addressIn(Path directory) throws IOException {
        return Files.writeString(directory.resolve("address"),
                "http://127.0.0.1:" + server.getAddress().getPort() + "/hook/s3cret\n");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

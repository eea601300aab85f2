package isuumo.bench.fault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import isuumo.bench.answers.PlainAnswers;
import isuumo.bench.answers.Recorded.Request;
import isuumo.bench.answers.Recorded.Response;
import isuumo.bench.data.Chair;
import isuumo.bench.data.DataSet;
import isuumo.bench.data.Estate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A correct, plain, slow server of the contract over a small data set: everything under one lock. A {@link Fault}
 * distorts what it answers.
 */
public final class PlainServer implements AutoCloseable {
    static {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // else each answer waits 40 ms for an ACK
    }

    /** A request, by whom, and the host that it named. */
    public record Asked(String host, String userAgent, String path) {}

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final DataSet initial;
    private final Fault fault;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private List<Chair> chairs;
    private List<Estate> estates;
    private PlainAnswers answers;
    private long points;

    /** A server without a fault. */
    public static PlainServer right(DataSet data) throws IOException {
        return new PlainServer(data, Fault.none());
    }

    PlainServer(DataSet data, Fault fault) throws IOException {
        this.initial = data;
        this.fault = fault;
        initialize();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Purchases and document requests answered 200, by the server's own count. */
    synchronized long points() {
        return points;
    }

    /** Every request so far. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String query = exchange.getRequestURI().getRawQuery();
        String path = exchange.getRequestURI().getPath();
        boolean text = !path.equals("/api/chair") && !path.equals("/api/estate");
        Request request = new Request(exchange.getRequestMethod(), path, query == null ? "" : query,
                text ? new String(body, StandardCharsets.UTF_8) : "");
        String userAgent = exchange.getRequestHeaders().getFirst("User-Agent");
        asked.add(new Asked(exchange.getRequestHeaders().getFirst("Host"), userAgent, path));
        Visit visit = Visit.of(request, userAgent);
        Answer answer = fault.distort(visit, new Answer(answer(visit, body)), this);
        if (answer.status() == 200 && answer.how() != Answer.How.NEVER && visit.scores()) {
            synchronized (this) {
                points++;
            }
        }
        answer.send(exchange);
    }

    private synchronized Response answer(Visit visit, byte[] body) {
        String path = visit.request().resource();
        if (visit.bot() && !fault.servesBots()) {
            return new Response(503, "");
        }
        if (fault.refuses(visit)) {
            return new Response(409, "");
        }
        if (visit.request().method().equals("GET") || path.equals("/api/estate/nazotte")) {
            return answers.answer(visit.request());
        }
        return switch (path) {
            case "/initialize" -> initialize();
            case "/api/chair" -> stored(chairs, UploadedRows.chairs(body));
            case "/api/estate" -> stored(estates, UploadedRows.estates(body));
            default -> path.startsWith("/api/chair/buy/") ? buy(visit.id()) : requestDocument(visit.id());
        };
    }

    private Response initialize() {
        chairs = new ArrayList<>(initial.chairs());
        estates = new ArrayList<>(initial.estates());
        changed();
        return new Response(200, "{\"language\":\"plain\"}");
    }

    private void changed() {
        answers = answersOver(List.copyOf(chairs), List.copyOf(estates));
    }

    /** Reading calls over other rows than the present ones. */
    PlainAnswers answersOver(List<Chair> otherChairs, List<Estate> otherEstates) {
        return new PlainAnswers(new DataSet(otherChairs, otherEstates, List.of(), List.of(), List.of(), List.of(),
                initial.chairDocument(), initial.estateDocument(), initial.chairConditions(),
                initial.estateConditions()));
    }

    synchronized List<Chair> chairs() {
        return List.copyOf(chairs);
    }

    synchronized List<Estate> estates() {
        return List.copyOf(estates);
    }

    DataSet initialData() {
        return initial;
    }

    private Response buy(int id) {
        for (int i = 0; i < chairs.size(); i++) {
            Chair chair = chairs.get(i);
            if (chair.id() == id && chair.stock() > 0) {
                chairs.set(i, chair.withStock(chair.stock() - 1));
                changed();
                return new Response(200, "");
            }
        }
        return new Response(404, "");
    }

    private <T> Response stored(List<T> rows, List<T> uploaded) {
        rows.addAll(uploaded);
        changed();
        return new Response(201, "");
    }

    private Response requestDocument(int id) {
        return new Response(estates.stream().anyMatch(e -> e.id() == id) ? 200 : 404, "");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

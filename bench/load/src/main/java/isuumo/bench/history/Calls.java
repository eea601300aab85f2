package isuumo.bench.history;

import com.fasterxml.jackson.databind.JsonNode;
import isuumo.bench.data.Chair;
import isuumo.bench.data.Csv;
import isuumo.bench.data.Json;
import isuumo.bench.history.Operation.Kind;
import isuumo.bench.story.Upload;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Calls a server and writes each call down. Thread-safe. */
final class Calls implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration TIMEOUT = Duration.ofSeconds(12); // longer than a held write
    private static final byte[] EMAIL = "{\"email\":\"history@example.com\"}".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NO_BODY = {};

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT).build();
    private final Queue<Operation> history = new ConcurrentLinkedQueue<>();

    /** In the text of each answer of the server, and of nginx, that leaves open whether a write was done. */
    private static final String UNKNOWN = "look before you";

    /** A status, 0 when there was no answer, and the body. */
    private record Answer(int status, byte[] body) {
        boolean leavesOpen() {
            return status == 0 || status >= 500 && new String(body, StandardCharsets.UTF_8).contains(UNKNOWN);
        }
    }

    List<Operation> history() {
        return List.copyOf(history);
    }

    Operation buy(Target target, int chair) throws InterruptedException {
        return timed(Kind.BUY, target, List.of(chair),
                post(target, "/api/chair/buy/" + chair, "application/json", EMAIL));
    }

    Operation upload(Target target, List<Chair> rows) throws InterruptedException {
        return timed(Kind.UPLOAD, target, rows.stream().map(Chair::id).toList(),
                post(target, "/api/chair", Upload.CONTENT_TYPE, Upload.body("chairs", Csv.ofChairs(rows))));
    }

    Operation detail(Kind kind, Target target, int chair) throws InterruptedException {
        return timed(kind, target, List.of(chair), get(target, "/api/chair/" + chair));
    }

    /** The list of the cheapest; its operation names the chairs that it shows. */
    void cheapest(Target target) throws InterruptedException {
        long start = System.nanoTime();
        Answer answer = send(get(target, "/api/chair/low_priced"));
        List<Integer> shown = new ArrayList<>();
        int status = answer.status();
        try {
            JsonNode body = status == 200 ? Json.tree(answer.body(), 0, answer.body().length) : Json.MAPPER.nullNode();
            body.path("chairs").forEach(chair -> shown.add(chair.path("id").asInt()));
        } catch (IOException _) {
            status = 0; // cut off on its way
        }
        history.add(new Operation(Kind.LIST, target.name(), shown, start, System.nanoTime(), status, false));
    }

    /** Whether the target answers; not written down. */
    boolean serves(Target target) throws InterruptedException {
        return send(get(target, "/api/chair/low_priced")).status() == 200;
    }

    private Operation timed(Kind kind, Target target, List<Integer> items, HttpRequest request)
            throws InterruptedException {
        long start = System.nanoTime();
        Answer answer = send(request);
        Operation operation = new Operation(kind, target.name(), items, start, System.nanoTime(), answer.status(),
                kind.isWrite() && answer.leavesOpen());
        history.add(operation);
        return operation;
    }

    private static HttpRequest get(Target target, String path) {
        return request(target, path).build();
    }

    private static HttpRequest post(Target target, String path, String contentType, byte[] body) {
        return request(target, path).header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(body)).build();
    }

    private static HttpRequest.Builder request(Target target, String path) {
        return HttpRequest.newBuilder(target.uri().resolve(path)).timeout(TIMEOUT);
    }

    private Answer send(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException _) {
            return new Answer(0, NO_BODY); // refused, cut off, or too late: the history says so
        }
    }

    @Override
    public void close() {
        client.close();
    }
}

package isuumo.cluster;

import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import isuumo.http.Body;
import isuumo.http.CsvUpload;
import isuumo.http.JsonReply;
import isuumo.http.KeptJson;
import isuumo.http.Routes;
import isuumo.outcome.Outcome;
import isuumo.trace.Trace;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Hands a write that reached a peer on to the writer, and the writer's answer back; and asks it about rows that are new.
 *
 * <p>While the writer parts, or is this host and has no tenure, cannot be connected to, or says that it is not ready and did nothing, the request is held and
 * tried again, for 20 s. Once it may have been received it is never sent again. Each attempt has a connection of its own: a
 * kept one may be closed by a stopping writer just when a request is on it, and nobody could tell whether that was received.
 * For the same reason nothing is sent to a writer that is known to part.
 */
public final class Forwarder implements AutoCloseable {
    /** How long a POST waits at most for what it needs: nobody in front repeats one. */
    public static final Duration HOLD = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    /** A row's upload is being committed meanwhile, no more. */
    private static final Duration LOOKUP_TIMEOUT = Duration.ofSeconds(2);
    /** Above the 30 s that a client waits for {@code /initialize}. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(35);

    private final String self;
    private final Supplier<String> writer;
    private final HostClient hosts;
    private final Supplier<Optional<String>> absence;
    private final HttpClient lookups = client();

    /**
     * @param writer who it is by now
     * @param absence why that one takes no writes for now; empty when it may
     */
    public Forwarder(Topology topology, Supplier<String> writer, Supplier<Optional<String>> absence) {
        self = topology.self();
        this.writer = writer;
        hosts = new HostClient(topology);
        this.absence = absence;
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(CONNECT_TIMEOUT).build();
    }

    /**
     * Answers with what the writer has at a path, for a row that this host does not have; a POST gets the status alone.
     *
     * @return false when the writer could not be asked, or has nothing there either: nothing has been answered
     */
    public boolean lookUp(String path, ServerRequest request, ServerResponse response) throws InterruptedException {
        HttpRequest question = hosts.ask(writer.get(), "GET", path).timeout(LOOKUP_TIMEOUT).build();
        HttpResponse<byte[]> answer;
        try {
            answer = hosts.send(lookups, question);
        } catch (IOException _) {
            return false;
        } finally {
            Trace.reached("writer");
        }
        if (answer.statusCode() != Status.OK_200.code()) {
            return false;
        }
        if (request.prologue().method() == Method.GET) {
            JsonReply.send(request, response, new KeptJson(answer.body()));
        } else {
            response.send();
        }
        return true;
    }

    /**
     * Answers with what the writer answers.
     *
     * @throws Outcome when there is no answer of the writer's, or this host is stopping
     */
    public void forward(ServerRequest request, ServerResponse response) {
        HttpResponse<byte[]> answer = answer(Write.of(request));
        Trace.reached("writer");
        response.status(Status.create(answer.statusCode()));
        answer.headers().firstValue("Content-Type").ifPresent(type -> response.header(HeaderNames.CONTENT_TYPE, type));
        if (answer.body().length > 0) {
            response.send(answer.body());
        } else {
            response.send();
        }
    }

    /** Answers a write that another host forwarded to this peer. */
    public void refuse(ServerRequest request, ServerResponse response) {
        throw new Outcome.NotBegun("host " + HostsOnly.host(request) + " takes " + self
                + " for the writer, which it is not, or not now; here that is " + writer.get());
    }

    private record Write(String path, Optional<String> type, byte[] body) {
        static Write of(ServerRequest request) {
            return new Write(request.path().rawPath(), request.headers().first(HeaderNames.CONTENT_TYPE),
                    Body.read(request, CsvUpload.MAX_BYTES));
        }

        HttpRequest to(String host, HostClient hosts) {
            HttpRequest.Builder request = hosts.ask(host, "POST", path).timeout(ANSWER_TIMEOUT)
                    .POST(body.length > 0 ? BodyPublishers.ofByteArray(body) : BodyPublishers.noBody());
            type.ifPresent(text -> request.header("Content-Type", text));
            return request.build();
        }
    }

    /** @param answer null when nothing was begun: then {@code why} says the reason */
    private record Attempt(HttpResponse<byte[]> answer, String why) {}

    private HttpResponse<byte[]> answer(Write write) {
        long deadline = System.nanoTime() + HOLD.toNanos();
        Attempt last;
        do {
            last = absence.get().map(why -> new Attempt(null, why)).orElseGet(() -> attempt(write));
            if (last.answer() != null) {
                return last.answer();
            }
            pause();
        } while (System.nanoTime() < deadline);
        throw new Outcome.NotBegun(
                "the writer " + writer.get() + " took no writes for " + HOLD.toSeconds() + " s: "
                        + last.why());
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            throw new Outcome.NotBegun("this host is stopping", e);
        }
    }

    private Attempt attempt(Write write) {
        String host = writer.get(); // which may be another by the next attempt
        try (HttpClient client = client()) {
            HttpResponse<byte[]> answer = hosts.send(client, write.to(host, hosts));
            boolean begun = answer.headers().firstValue(Routes.NOT_BEGUN.defaultCase()).isEmpty();
            return begun
                    ? new Attempt(answer, "")
                    : new Attempt(null, new String(answer.body(), StandardCharsets.UTF_8));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new Attempt(null, e.getMessage() == null ? "no connection" : e.getMessage());
        } catch (IOException e) {
            throw new Outcome.Unknown("the writer " + host + " was lost before it answered: " + e, e);
        } catch (InterruptedException e) {
            throw new Outcome.Unknown("this host is stopping before the writer " + host + " answered", e);
        }
    }

    @Override
    public void close() {
        lookups.shutdownNow();
    }
}

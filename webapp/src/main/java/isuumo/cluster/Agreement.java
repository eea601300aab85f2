package isuumo.cluster;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks other hosts, all at once, to hold a mandate; each answers with the one that it holds then. Thread-safe. */
final class Agreement implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

    private final HostClient hosts;
    private final HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(CONNECT_TIMEOUT)
            .build();

    Agreement(Topology topology) {
        hosts = new HostClient(topology);
    }

    /**
     * What came of asking.
     *
     * @param holding the hosts that hold this very mandate
     * @param other the latest that another host holds instead
     * @param trouble of each that did not answer
     */
    record Answers(Set<String> holding, Optional<Mandate> other, Map<String, String> trouble) {}

    /** @param within how long each has for its answer; one that writes takes as long as its last write */
    Answers seek(Mandate mandate, Collection<String> of, Duration within) throws InterruptedException {
        Map<String, Future<Mandate>> asked = new HashMap<>();
        try (ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor()) {
            of.forEach(host -> asked.put(host, asking.submit(() -> held(host, mandate, within))));
        }
        Set<String> holding = new HashSet<>();
        Map<String, String> trouble = new HashMap<>();
        Mandate other = null;
        for (Map.Entry<String, Future<Mandate>> answer : asked.entrySet()) {
            try {
                Mandate held = answer.getValue().get();
                if (held.equals(mandate)) {
                    holding.add(answer.getKey());
                } else if (other == null || other.isBefore(held)) {
                    other = held;
                }
            } catch (ExecutionException e) {
                trouble.put(answer.getKey(), e.getCause().toString());
            }
        }
        return new Answers(holding, Optional.ofNullable(other), trouble);
    }

    private Mandate held(String host, Mandate mandate, Duration within) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = hosts.send(client, hosts.ask(host, "POST", MandateRoutes.TELL).timeout(within)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(Messages.json(mandate)))
                .build());
        return switch (answer.statusCode()) {
            case 200 -> Messages.mandate(answer.body());
            case 404 -> mandate; // a release of before mandates, under which nobody else can have become the writer
            default -> throw new IOException("status " + answer.statusCode() + ": " + Messages.text(answer.body()));
        };
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}

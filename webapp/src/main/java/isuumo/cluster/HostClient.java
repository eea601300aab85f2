package isuumo.cluster;

import isuumo.cluster.HostProof.Question;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Asks another host, on the port where hosts talk: with a proof, and believing only an answer that has one too. Thread-safe. */
final class HostClient {
    private final Topology topology;
    private final HostProof proof;

    HostClient(Topology topology) {
        this.topology = topology;
        proof = topology.proof();
    }

    /** A question that may be sent more than once; the method is {@code GET} or {@code POST}. */
    HttpRequest.Builder ask(String host, String method, String path) {
        return HttpRequest.newBuilder(topology.uri(host, path))
                .header(HostProof.HEADER, proof.ask(topology.self(), method, path).toString());
    }

    /** @throws IOException as {@link HttpClient#send}, and when whoever answers does not prove to be a host */
    HttpResponse<byte[]> send(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
        boolean proven = request.headers().firstValue(HostProof.HEADER).flatMap(Question::parse)
                .filter(question -> proof.proves(question, answer.statusCode(),
                        answer.headers().firstValue(HostProof.HEADER).orElse("")))
                .isPresent();
        if (!proven) {
            throw new IOException(
                    "status " + answer.statusCode() + " at " + request.uri().resolve("/") + ", without a proof"
                            + " that it is a host's; every host needs the same ISUUMO_CLUSTER_SECRET_FILE");
        }
        return answer;
    }
}

package isuumo.cluster;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import isuumo.cluster.HostProof.Question;
import isuumo.http.ApiError;
import java.util.Optional;

/** Refuses, before its body is read, whoever does not prove to be a host, and proves to all others that this is one. */
public final class HostsOnly implements Filter {
    private static final HeaderName HEADER = HeaderNames.create(HostProof.HEADER);

    private final HostProof proof;

    public HostsOnly(Topology topology) {
        proof = topology.proof();
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        Question question = question(request).filter(asked -> proof.proves(asked,
                request.prologue().method().text(), request.path().rawPath())).orElseThrow(() -> ApiError.forbidden(
                        "This port is for the hosts of ISUUMO_CLUSTER, and the proof that this comes from one is missing"
                                + " or made with another secret; every host needs the same ISUUMO_CLUSTER_SECRET_FILE"));
        response.beforeSend(() -> response.header(HEADER, proof.answer(question, response.status().code())));
        chain.proceed();
    }

    private static Optional<Question> question(ServerRequest request) {
        return request.headers().first(HEADER).flatMap(Question::parse);
    }

    /** Who asks; of a request that was let in. */
    static String host(ServerRequest request) {
        return question(request).map(Question::host).orElseThrow();
    }
}

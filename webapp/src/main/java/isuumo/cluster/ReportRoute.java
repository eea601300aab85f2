package isuumo.cluster;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import isuumo.cluster.lease.Report;
import isuumo.http.ApiError;
import isuumo.http.JsonBody;
import isuumo.http.JsonReply;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** {@code POST /cluster/report}: what a peer tells the writer. Refuses whoever is no host of the cluster. */
public final class ReportRoute {
    public static final String PATH = "/cluster/report";

    private static final HeaderName SECRET = HeaderNames.create(Topology.SECRET_HEADER);

    private final WriterBarrier barrier;
    private final Optional<byte[]> secret;
    private final Set<InetAddress> members = new HashSet<>();

    /** @throws UnknownHostException when a host's name cannot be resolved */
    public ReportRoute(Topology topology, WriterBarrier barrier) throws UnknownHostException {
        this.barrier = barrier;
        secret = topology.secret().map(text -> text.getBytes(StandardCharsets.UTF_8));
        for (InetSocketAddress host : topology.hosts().values()) {
            members.add(InetAddress.getByName(host.getHostString()));
        }
    }

    public void report(ServerRequest request, ServerResponse response) {
        requireMember(request);
        Report report;
        try {
            report = Messages.report(JsonBody.object(request));
        } catch (IllegalArgumentException e) {
            throw ApiError.badRequest(e.getMessage());
        }
        JsonReply.send(response, Messages.json(barrier.report(report)));
    }

    private void requireMember(ServerRequest request) {
        if (!(request.remotePeer().address() instanceof InetSocketAddress from)
                || !members.contains(from.getAddress())) {
            throw ApiError.forbidden("This path is for the hosts of ISUUMO_CLUSTER, whose addresses are " + members
                    + "; this request came from " + request.remotePeer().address());
        }
        boolean knows = secret.isEmpty() || request.headers().first(SECRET)
                .filter(given -> MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), secret.get()))
                .isPresent();
        if (!knows) {
            throw ApiError.forbidden("The secret is missing or another one; every host needs the same "
                    + "ISUUMO_CLUSTER_SECRET_FILE");
        }
    }
}

package isuumo.cluster;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import isuumo.cluster.lease.Report;
import isuumo.http.ApiError;
import isuumo.http.JsonBody;
import isuumo.http.JsonReply;

/** {@code POST /cluster/report}: what a peer tells the writer. */
public final class ReportRoute {
    public static final String PATH = "/cluster/report";

    private final WriterBarrier barrier;

    public ReportRoute(WriterBarrier barrier) {
        this.barrier = barrier;
    }

    public void report(ServerRequest request, ServerResponse response) {
        Report report;
        try {
            report = Messages.report(JsonBody.object(request));
        } catch (IllegalArgumentException e) {
            throw ApiError.badRequest(e.getMessage());
        }
        JsonReply.send(response, Messages.json(barrier.report(report)));
    }
}

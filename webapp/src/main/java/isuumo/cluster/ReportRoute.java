package isuumo.cluster;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import isuumo.cluster.lease.Report;
import isuumo.http.ApiError;
import isuumo.http.JsonBody;
import isuumo.http.JsonReply;
import java.util.function.Supplier;

/** {@code POST /cluster/report}: what a peer tells the writer. Who is not the writer answers 421 with its mandate. */
final class ReportRoute {
    static final String PATH = "/cluster/report";
    static final Status MISDIRECTED_REQUEST_421 = Status.create(421, "Misdirected Request");

    private final Member member;
    private final Supplier<Mandate> mandate;

    ReportRoute(Member member, Supplier<Mandate> mandate) {
        this.member = member;
        this.mandate = mandate;
    }

    void report(ServerRequest request, ServerResponse response) {
        Report report;
        try {
            report = Messages.report(JsonBody.object(request));
        } catch (IllegalArgumentException e) {
            throw ApiError.badRequest(e.getMessage());
        }
        Office office = member.office();
        if (office == null) {
            response.status(MISDIRECTED_REQUEST_421);
            JsonReply.send(response, Messages.json(mandate.get()));
        } else {
            JsonReply.send(response, Messages.json(office.report(report)));
        }
    }
}

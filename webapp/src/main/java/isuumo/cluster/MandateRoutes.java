package isuumo.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import isuumo.cluster.Messages.Appointment;
import isuumo.http.ApiError;
import isuumo.http.JsonBody;
import isuumo.http.JsonReply;
import java.util.function.Function;

/** Who writes, as hosts and operators say it: {@code {"number":2,"writer":"isu2"}}. */
final class MandateRoutes {
    /** {@code POST}: a mandate that another host holds, or an operator's. The answer is the one that this host holds then. */
    static final String TELL = "/cluster/mandate";
    /** {@code POST {"number":2,"without":["isu1"]}}: this host is to be the writer. Answered, with its mandate, when it is. */
    static final String APPOINT = "/cluster/office";

    private final Succession succession;

    MandateRoutes(Succession succession) {
        this.succession = succession;
    }

    void tell(ServerRequest request, ServerResponse response) throws InterruptedException {
        succession.hear(parsed(request, Messages::mandate));
        JsonReply.send(response, Messages.json(succession.mandate()));
    }

    void appoint(ServerRequest request, ServerResponse response) throws InterruptedException {
        Appointment appointment = parsed(request, Messages::appointment);
        succession.appoint(appointment.number(), appointment.without());
        JsonReply.send(response, Messages.json(succession.mandate()));
    }

    private static <T> T parsed(ServerRequest request, Function<JsonNode, T> parser) {
        try {
            return parser.apply(JsonBody.object(request));
        } catch (IllegalArgumentException e) {
            throw ApiError.badRequest(e.getMessage());
        }
    }
}

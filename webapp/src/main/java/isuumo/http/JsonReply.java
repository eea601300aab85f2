package isuumo.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;

/** Answers that are already JSON bytes: sent in one write, with their length. */
public final class JsonReply {
    private static final Header CONTENT_TYPE = HeaderValues.createCached(HeaderNames.CONTENT_TYPE,
            "application/json; charset=UTF-8");

    private JsonReply() {}

    public static void send(ServerResponse response, byte[] json) {
        response.header(CONTENT_TYPE);
        response.send(json);
    }

    /** {@code {"error":"…"}} with its status. */
    public static void sendError(ServerResponse response, Status status, String message) {
        response.status(status);
        String escaped = new String(JsonStringEncoder.getInstance().quoteAsString(message));
        send(response, ("{\"error\":\"" + escaped + "\"}").getBytes(StandardCharsets.UTF_8));
    }
}

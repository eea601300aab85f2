package isuumo.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.helidon.http.DirectHandler;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.DirectHandler.TransportResponse;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
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
        send(response, error(message));
    }

    private static byte[] error(String message) {
        String escaped = new String(JsonStringEncoder.getInstance().quoteAsString(message));
        return ("{\"error\":\"" + escaped + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    /** The same for what is refused before any route sees it, such as malformed percent-encoding. */
    public static DirectHandlers transportErrors() {
        DirectHandler asJson = (_, event, status, headers, message) -> TransportResponse.builder()
                .status(status).headers(headers).header(CONTENT_TYPE).keepAlive(event.keepAlive())
                .entity(error("The request is malformed" + (message == null ? "" : ": " + message)))
                .build();
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (EventType event : EventType.values()) {
            handlers.addHandler(event, asJson);
        }
        return handlers.build();
    }
}

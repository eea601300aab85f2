package isuumo.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;

/** Answers what never reaches a route, such as a malformed percent-encoding, as JSON too. */
public final class ProtocolErrors {
    private ProtocolErrors() {}

    public static DirectHandlers handlers() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (EventType type : EventType.values()) {
            handlers.addHandler(type, ProtocolErrors::answer);
        }
        return handlers.build();
    }

    /** Helidon gives no reason here, on purpose: what it could not read may be an attack. */
    private static DirectHandler.TransportResponse answer(DirectHandler.TransportRequest request, EventType type,
            Status status, ServerResponseHeaders headers, String reason) {
        return DirectHandler.TransportResponse.builder()
                .status(status)
                .headers(headers)
                .keepAlive(type.keepAlive())
                .header(HeaderNames.CONTENT_TYPE, JsonReply.MEDIA_TYPE)
                .entity(JsonReply.error("The request is no valid HTTP: " + status.reasonPhrase()))
                .build();
    }
}

package isuumo.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/** Answers that are already JSON bytes: sent in one write, with their length. */
public final class JsonReply {
    static final String MEDIA_TYPE = "application/json; charset=UTF-8";
    private static final Header CONTENT_TYPE = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, MEDIA_TYPE);

    private static final Header VARY = HeaderValues.createCached(HeaderNames.VARY, "Accept-Encoding");
    private static final Header GZIP = HeaderValues.createCached(HeaderNames.CONTENT_ENCODING, "gzip");
    /** Shorter ones fit into one packet anyway, and code descriptions take 100 bytes. */
    private static final int MIN_GZIP_LENGTH = 1000;

    private JsonReply() {}

    /** Compressed, if the client takes it so and the text is long enough. */
    public static void send(ServerRequest request, ServerResponse response, JsonText json) {
        response.header(VARY);
        if (json.isAtLeast(MIN_GZIP_LENGTH) && AcceptEncoding.takesGzip(request.headers())) {
            response.header(GZIP);
            send(response, json.gzip());
        } else {
            send(response, json.plain());
        }
    }

    public static void send(ServerResponse response, byte[] json) {
        response.header(CONTENT_TYPE);
        response.send(json);
    }

    /** {@code {"error":"…"}} with its status. */
    public static void sendError(ServerResponse response, Status status, String message) {
        response.status(status);
        send(response, error(message));
    }

    static byte[] error(String message) {
        return new JsonItem().put("error", message).toBytes();
    }
}

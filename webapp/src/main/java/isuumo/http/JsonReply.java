package isuumo.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** Answers that are already JSON bytes: sent in one write, with their length. */
public final class JsonReply {
    static final String MEDIA_TYPE = "application/json; charset=UTF-8";
    private static final Header CONTENT_TYPE = HeaderValues.createCached(HeaderNames.CONTENT_TYPE, MEDIA_TYPE);

    private static final Header VARY = HeaderValues.createCached(HeaderNames.VARY, "Accept-Encoding");
    private static final Header GZIP = HeaderValues.createCached(HeaderNames.CONTENT_ENCODING, "gzip");
    /** Shorter ones fit into one packet anyway, and code descriptions take 100 bytes. */
    private static final int MIN_GZIP_LENGTH = 1000;

    /**
     * Longer ones are not put together in memory. A page of 1000 rows has half a megabyte, and 20 of rows as long as any that
     * are let in ({@link CsvUpload#MAX_ROW_BYTES}): some of those at once, to clients that read slowly, would fill the heap.
     */
    static final int MAX_JOINED_LENGTH = 256 << 10;
    /** Of the text: a page of 1000 rows of the usual length has 120 KB compressed. */
    static final int MAX_JOINED_GZIP_LENGTH = 640 << 10;
    private static final int PIECE_BYTES = 32 << 10;

    private JsonReply() {}

    /** Compressed, if the client takes it so and the text is long enough. */
    public static void send(ServerRequest request, ServerResponse response, JsonText json) {
        response.header(VARY);
        boolean compressed = json.isAtLeast(MIN_GZIP_LENGTH) && AcceptEncoding.takesGzip(request.headers());
        if (compressed) {
            response.header(GZIP);
        }
        if (json.isAtLeast(compressed ? MAX_JOINED_GZIP_LENGTH : MAX_JOINED_LENGTH)) {
            stream(response, json, compressed);
        } else {
            send(response, compressed ? json.gzip() : json.plain());
        }
    }

    /** In pieces, with its length where that is known beforehand, else in chunks. */
    private static void stream(ServerResponse response, JsonText json, boolean compressed) {
        response.header(CONTENT_TYPE);
        if (!compressed) {
            response.header(HeaderNames.CONTENT_LENGTH, Integer.toString(json.length()));
        }
        try (OutputStream body = new BufferedOutputStream(response.outputStream(), PIECE_BYTES);
                OutputStream out = compressed ? new GZIPOutputStream(body) : body) {
            json.writeTo(out);
        } catch (IOException e) {
            throw new CloseConnectionException("the client does not take its answer", e);
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

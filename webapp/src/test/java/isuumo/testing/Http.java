package isuumo.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A real HTTP/1.1 client of one server. Thread-safe. */
public final class Http {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final int port;
    private final Map<String, String> headers;

    public Http(int port) {
        this(port, Map.of());
    }

    private Http(int port, Map<String, String> headers) {
        this.port = port;
        this.headers = headers;
    }

    /** A client that sends this with each request; compressed bodies stay as they are. */
    public Http acceptEncoding(String value) {
        return with("Accept-Encoding", value);
    }

    /** A client that sends this header with each request. */
    public Http with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Http(port, more);
    }

    /** @param target path and query, percent-encoded */
    public Answer get(String target) {
        return send("GET", target, null, BodyPublishers.noBody());
    }

    public Answer post(String target) {
        return send("POST", target, null, BodyPublishers.noBody());
    }

    public Answer postJson(String target, String json) {
        return send("POST", target, "application/json", BodyPublishers.ofString(json));
    }

    /** Without telling the length beforehand: chunked. */
    public Answer postChunked(String target, String contentType, byte[] body) {
        return send("POST", target, contentType, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    }

    public Answer post(String target, Upload upload) {
        return send("POST", target, upload.contentType(), BodyPublishers.ofByteArray(upload.body()));
    }

    public Answer buy(int chair) {
        return postJson("/api/chair/buy/" + chair, "{\"email\":\"buyer@isucon.com\"}");
    }

    public Answer send(String method, String target, String contentType, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
                .timeout(TIMEOUT).method(method, body);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        headers.forEach(request::header);
        try {
            var response = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(method + " " + target, response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + target + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(method + " " + target + " was interrupted", e);
        }
    }

    /** {@code name=value&…} of alternating names and values, percent-encoded. */
    public static String query(Object... namesAndValues) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.append(i == 0 ? "" : "&").append(namesAndValues[i]).append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1].toString(), StandardCharsets.UTF_8));
        }
        return query.toString();
    }
}

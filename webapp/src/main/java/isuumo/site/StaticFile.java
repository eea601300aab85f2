package isuumo.site;

import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * One address's answer in each encoding or type there is of it, best first.
 *
 * @param variants never empty; the last one is for everybody
 * @param vary the request header that chooses among them
 * @param cacheControl how long a browser may keep it
 */
record StaticFile(List<Variant> variants, String vary, String cacheControl) {
    /** Named by their content: never asked again. */
    static final String IMMUTABLE = "public, max-age=31536000, immutable";
    /** Kept, but asked about before each use. */
    static final String REVALIDATE = "no-cache";

    /**
     * @param token what the request header must accept: an encoding or a type; null: everybody gets it
     * @param contentEncoding null: as it is
     */
    record Variant(String token, String contentType, String contentEncoding, byte[] bytes, String etag) {
        Variant(String token, String contentType, String contentEncoding, byte[] bytes) {
            this(token, contentType, contentEncoding, bytes, etagOf(bytes));
        }
    }

    /** A page made for this request: as it is, since compressing it would take longer than sending it. */
    static StaticFile page(byte[] html) {
        return new StaticFile(List.of(new Variant(null, ContentType.of("html"), null, html)), "Accept-Encoding",
                REVALIDATE);
    }

    void send(ServerRequest request, ServerResponse response) {
        Variant variant = choose(request.headers());
        response.header(HeaderNames.ETAG, variant.etag());
        if (IfNoneMatch.has(request.headers(), variant.etag())) {
            addCaching(response);
            response.status(Status.NOT_MODIFIED_304).send();
            return;
        }
        send(response, variant);
    }

    /** With 404, for an address that has nothing; whoever has the page gets it again (RFC 9110 section 13.2.1). */
    void sendMissing(ServerRequest request, ServerResponse response) {
        response.status(Status.NOT_FOUND_404);
        send(response, choose(request.headers()));
    }

    private void addCaching(ServerResponse response) {
        response.header(HeaderNames.CACHE_CONTROL, cacheControl);
        if (variants.size() > 1) {
            response.header(HeaderNames.VARY, vary);
        }
    }

    private void send(ServerResponse response, Variant variant) {
        addCaching(response);
        response.header(HeaderNames.CONTENT_TYPE, variant.contentType());
        if (variant.contentEncoding() != null) {
            response.header(HeaderNames.CONTENT_ENCODING, variant.contentEncoding());
        }
        response.send(variant.bytes());
    }

    private Variant choose(ServerRequestHeaders headers) {
        List<String> accepted = values(headers, vary).filter(value -> !value.matches(".*;\\s*q=0(\\.0*)?"))
                .map(value -> value.replaceFirst(";.*", "").strip()).toList();
        return variants.stream().filter(variant -> variant.token() == null || accepted.contains(variant.token()))
                .findFirst().orElseThrow();
    }

    private static Stream<String> values(ServerRequestHeaders headers, String name) {
        return headers.values(HeaderNames.create(name)).stream().flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip);
    }

    private static String etagOf(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + HexFormat.of().formatHex(digest, 0, 8) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

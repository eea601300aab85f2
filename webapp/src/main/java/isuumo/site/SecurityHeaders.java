package isuumo.site;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a browser may do with the site's files: run only our own scripts, send nothing elsewhere, be framed by nobody.
 * Source: Content Security Policy Level 3; MDN's guides on the other headers.
 */
final class SecurityHeaders {
    /** {@code https://{s}.tile.example/{z}/{x}/{y}.png}, as Leaflet writes tile addresses. */
    private static final Pattern TILE_ORIGIN = Pattern.compile("(https?://)(\\{s\\}\\.)?([A-Za-z0-9.-]+(:[0-9]+)?)/.*");

    private final List<Header> headers;

    /**
     * @param tileUrl the map's tile server, whose pictures are allowed too; empty: none
     * @throws IllegalArgumentException for a tile address that names no host
     */
    SecurityHeaders(String tileUrl) {
        String policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'" + origin(tileUrl)
                + "; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        headers = List.of(
                HeaderValues.createCached(HeaderNames.create("Content-Security-Policy"), policy),
                HeaderValues.createCached(HeaderNames.create("X-Content-Type-Options"), "nosniff"),
                HeaderValues.createCached(HeaderNames.create("Referrer-Policy"), "strict-origin-when-cross-origin"),
                HeaderValues.createCached(HeaderNames.create("Cross-Origin-Opener-Policy"), "same-origin"));
    }

    private static String origin(String tileUrl) {
        if (tileUrl.isEmpty()) {
            return "";
        }
        Matcher matcher = TILE_ORIGIN.matcher(tileUrl);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "tileUrl " + tileUrl + " must be like https://tile.example/{z}/{x}/{y}.png");
        }
        return " " + matcher.group(1) + (matcher.group(2) == null ? "" : "*.") + matcher.group(3);
    }

    void addTo(ServerResponse response) {
        headers.forEach(response::header);
    }
}

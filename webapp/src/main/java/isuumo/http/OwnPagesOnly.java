package isuumo.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import java.util.Locale;
import java.util.Optional;

/**
 * Refuses what a page of another site makes a browser send: a POST changes something. Browsers say where a request comes from
 * (Fetch Metadata, {@code Sec-Fetch-Site}; older ones {@code Origin}, RFC 6454), and no page can make them say otherwise.
 * Who says nothing is no browser, and lets nobody else send what it does not want to.
 */
public final class OwnPagesOnly implements Filter {
    private static final HeaderName SEC_FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        if (request.prologue().method() == Method.POST && !isOwn(request)) {
            throw ApiError.forbidden("This was sent by a page of another site; only this site's own pages may");
        }
        chain.proceed();
    }

    private static boolean isOwn(ServerRequest request) {
        Optional<String> site = request.headers().first(SEC_FETCH_SITE);
        if (site.isPresent()) {
            return site.get().equals("same-origin") || site.get().equals("none");
        }
        return request.headers().first(HeaderNames.ORIGIN)
                .map(origin -> authority(origin).equals(authority("//" + request.authority()))).orElse(true);
    }

    /** Host and port, but for a scheme's own port: a proxy may have left it out. */
    private static String authority(String origin) {
        String authority = origin.substring(origin.indexOf("//") + 2).toLowerCase(Locale.ROOT);
        return authority.replaceFirst(":(80|443)$", "");
    }
}

package isuumo.site;

import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code If-None-Match}, RFC 9110 section 13.1.2: a list of entity tags, compared weakly, or {@code *} for any. */
final class IfNoneMatch {
    private static final Pattern ENTITY_TAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");

    private IfNoneMatch() {}

    /** Whether the client has what bears this tag. */
    static boolean has(ServerRequestHeaders headers, String etag) {
        return headers.contains(HeaderNames.IF_NONE_MATCH)
                && headers.get(HeaderNames.IF_NONE_MATCH).allValues().stream().anyMatch(value -> lists(value, etag));
    }

    private static boolean lists(String value, String etag) {
        if (value.strip().equals("*")) {
            return true;
        }
        Matcher tags = ENTITY_TAG.matcher(value);
        while (tags.find()) {
            if (tags.group(1).equals(etag)) {
                return true;
            }
        }
        return false;
    }
}

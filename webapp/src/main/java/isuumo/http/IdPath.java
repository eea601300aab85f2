package isuumo.http;

import io.helidon.common.uri.UriPath;
import io.helidon.http.PathMatcher;
import io.helidon.http.PathMatchers;
import io.helidon.http.PathMatchers.MatchResult;
import io.helidon.http.PathMatchers.PrefixMatchResult;
import java.util.Optional;

/**
 * Matches a fixed prefix and one more path segment, whatever it is: {@code /api/chair/{id}}.
 *
 * <p>Helidon's own pattern does the same with a regular expression, tried for each request in each route before the one
 * that takes it.
 *
 * @param prefix ends with a slash
 */
record IdPath(String prefix) implements PathMatcher {
    private static final String PLACEHOLDER = "{id}";
    private static final PathMatcher ANY = PathMatchers.any();

    /** The matcher of a path in a routing table: this one if it ends with {@code {id}}, else the exact one. */
    static PathMatcher of(String path) {
        return path.endsWith(PLACEHOLDER)
                ? new IdPath(path.substring(0, path.length() - PLACEHOLDER.length()))
                : PathMatchers.exact(path);
    }

    /** The last segment of a path, which an {@link IdPath} has matched. */
    static String lastSegment(UriPath path) {
        String text = path.path();
        return text.substring(text.lastIndexOf('/') + 1);
    }

    @Override
    public MatchResult match(UriPath path) {
        String text = path.path();
        boolean matches = text.length() > prefix.length() && text.startsWith(prefix)
                && text.indexOf('/', prefix.length()) < 0;
        return matches ? ANY.match(path) : MatchResult.notAccepted();
    }

    @Override
    public PrefixMatchResult prefixMatch(UriPath path) {
        return PrefixMatchResult.notAccepted();
    }

    @Override
    public Optional<String> matchingElement() {
        return Optional.of(prefix + PLACEHOLDER);
    }
}

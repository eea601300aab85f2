package isuumo.http;

import io.helidon.common.uri.UriQuery;
import io.helidon.webserver.http.ServerRequest;
import java.util.OptionalLong;

/** Path and query parameters, checked as the contract says. */
public final class Params {
    /** Of a range id or a condition that is not there. */
    public static final int ABSENT = -1;

    private final UriQuery query;

    public Params(ServerRequest request) {
        query = request.query();
    }

    /** The path's id; one beyond 32 bits names nothing, like any unknown id. */
    public static long id(ServerRequest request) {
        String text = IdPath.lastSegment(request.path());
        return Integers.parse(text).orElseThrow(
                () -> ApiError.badRequest("id=" + text + " is no whole number of 64 bits"));
    }

    /** The first value of that name, decoded; the empty text when there is none. */
    public String text(String name) {
        return query.contains(name) ? query.get(name) : "";
    }

    /** A position in a condition's ranges, or {@link #ABSENT}. */
    public int rangeId(String name, int ranges) {
        String text = text(name);
        if (text.isEmpty()) {
            return ABSENT;
        }
        OptionalLong id = Integers.parse(text);
        if (id.isEmpty() || id.getAsLong() < 0 || id.getAsLong() >= ranges) {
            throw ApiError.badRequest(name + "=" + text + "; it is a whole number from 0 to " + (ranges - 1));
        }
        return (int) id.getAsLong();
    }

    /** A whole number from 0 to {@code max} that must be there. */
    public long required(String name, long max) {
        String text = text(name);
        OptionalLong value = Integers.parse(text);
        if (value.isEmpty() || value.getAsLong() < 0 || value.getAsLong() > max) {
            throw ApiError.badRequest(name + "=" + text + "; it must be a whole number from 0 to " + max);
        }
        return value.getAsLong();
    }
}

package isuumo.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import isuumo.outcome.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A routing table that answers HEAD as GET, a known path asked with another method 405, anything else 404, and every error
 * as JSON.
 *
 * <p>The router tries routes in order, so the most frequent come first, and a fixed path before a pattern that matches
 * it too.
 */
public final class Routes {
    /** On each answer that says {@link Outcome.NotBegun}, for other hosts. */
    public static final HeaderName NOT_BEGUN = HeaderNames.create("Isuumo-Not-Begun");

    /**
     * Of nginx, which takes a host that answers 503 for one that cannot answer and asks others: where all are busy that would
     * make it worse. It says 503 itself instead of 429 (nginx/snippets/busy.conf).
     */
    private static final Header BUSY_IS_429 = HeaderValues.create("Isuumo-Busy-Status", "429");

    private static final Logger LOG = Logger.getLogger(Routes.class.getName());
    /** What is waited for (a host, a connection, a start) takes from a moment to seconds. */
    private static final String RETRY_AFTER_SECONDS = "1";

    private final BiFunction<String, Handler, Handler> around;
    private final HttpRouting.Builder routing = HttpRouting.builder();
    private final List<Filter> filters = new ArrayList<>();
    private final Map<String, Method> methodByPath = new LinkedHashMap<>();
    private Handler otherwise = (request, _) -> {
        throw ApiError.notFound("There is nothing at " + request.path().path());
    };

    /** @param around wraps each route's handler, given its path */
    public Routes(BiFunction<String, Handler, Handler> around) {
        this.around = around;
    }

    public Routes get(String path, Handler handler) {
        return add(Method.GET, path, handler);
    }

    public Routes post(String path, Handler handler) {
        return add(Method.POST, path, handler);
    }

    /** Before every route. */
    public Routes filter(Filter filter) {
        filters.add(filter);
        return this;
    }

    /** Takes what no route knows; by default that is answered 404. */
    public Routes otherwise(Handler handler) {
        otherwise = handler;
        return this;
    }

    private Routes add(Method method, String path, Handler handler) {
        routing.route(method, IdPath.of(path), around.apply(path, handler));
        methodByPath.put(path, method);
        return this;
    }

    public HttpRouting.Builder build() {
        methodByPath.forEach((path, method) -> routing.route(_ -> true, IdPath.of(path), (_, response) -> {
            String allowed = method == Method.GET ? "GET, HEAD" : method.text();
            response.header(HeaderNames.ALLOW, allowed);
            throw ApiError.methodNotAllowed("This path takes " + allowed + " only");
        }));
        routing.any(otherwise);
        routing.addFilter(new RequestRules());
        filters.forEach(routing::addFilter);
        return routing
                .error(ApiError.class, (_, response, e) -> JsonReply.sendError(response, e.status(), e.getMessage()))
                .error(HttpException.class, (_, response, e) -> JsonReply.sendError(response, e.status(),
                        e.getMessage()))
                .error(Outcome.class, Routes::answer)
                .error(RuntimeException.class, Routes::failed);
    }

    /** The one place that says what follows from it. */
    private static void answer(ServerRequest request, ServerResponse response, Outcome outcome) {
        switch (outcome) {
            case Outcome.NotBegun _ -> {
                if (outcome.getCause() != null) { // else it is how things are, not a failure
                    LOG.warning(() -> what(request) + " was not begun: " + outcome.getMessage() + ": "
                            + outcome.getCause());
                }
                refuse(response, Status.SERVICE_UNAVAILABLE_503, outcome);
            }
            case Outcome.Busy _ -> refuse(response, request.headers().contains(BUSY_IS_429)
                    ? Status.TOO_MANY_REQUESTS_429
                    : Status.SERVICE_UNAVAILABLE_503, outcome);
            case Outcome.Unknown _ -> {
                LOG.log(Level.WARNING, outcome.getCause(), () -> what(request) + " may have been done: "
                        + outcome.getMessage());
                JsonReply.sendError(response, Status.INTERNAL_SERVER_ERROR_500,
                        "This may have been done, so look before you try again: " + outcome.getMessage());
            }
        }
    }

    private static void refuse(ServerResponse response, Status status, Outcome outcome) {
        response.header(NOT_BEGUN, "true");
        response.header(HeaderNames.RETRY_AFTER, RETRY_AFTER_SECONDS);
        JsonReply.sendError(response, status, "Nothing was done, so try again: " + outcome.getMessage());
    }

    private static void failed(ServerRequest request, ServerResponse response, RuntimeException e) {
        LOG.log(Level.SEVERE, e, () -> what(request));
        JsonReply.sendError(response, Status.INTERNAL_SERVER_ERROR_500,
                "This is a fault of the server, which its log explains");
    }

    private static String what(ServerRequest request) {
        return request.prologue().method() + " " + request.path().path();
    }
}

package isuumo.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.HttpException;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A routing table that answers a known path asked with another method 405, anything else 404, and every error as JSON.
 *
 * <p>The router tries routes in order, so the most frequent come first, and a fixed path before a pattern that matches
 * it too.
 */
public final class Routes {
    private static final Logger LOG = Logger.getLogger(Routes.class.getName());

    private final HttpRouting.Builder routing = HttpRouting.builder();
    private final Map<String, Method> methodByPath = new LinkedHashMap<>();
    private Handler otherwise = (request, _) -> {
        throw ApiError.notFound("There is nothing at " + request.path().path());
    };

    public Routes get(String path, Handler handler) {
        return add(Method.GET, path, handler);
    }

    public Routes post(String path, Handler handler) {
        return add(Method.POST, path, handler);
    }

    /** Takes what no route knows; by default that is answered 404. */
    public Routes otherwise(Handler handler) {
        otherwise = handler;
        return this;
    }

    private Routes add(Method method, String path, Handler handler) {
        routing.route(method, IdPath.of(path), handler);
        methodByPath.put(path, method);
        return this;
    }

    /** All routes; each but those under {@code alwaysServed} answers 503 with the reason while the server is not ready. */
    public HttpRouting.Builder build(Readiness readiness, String... alwaysServed) {
        methodByPath.forEach((path, method) -> routing.route(_ -> true, IdPath.of(path), (_, response) -> {
            response.header(HeaderNames.ALLOW, method.text());
            throw ApiError.methodNotAllowed("This path takes " + method.text() + " only");
        }));
        routing.any(otherwise);
        Set<String> always = Set.of(alwaysServed);
        return routing.addFilter((chain, request, _) -> filter(readiness, always, chain, request))
                .error(ApiError.class, (_, response, e) -> JsonReply.sendError(response, e.status(), e.getMessage()))
                .error(HttpException.class, (_, response, e) -> JsonReply.sendError(response, e.status(),
                        e.getMessage()))
                .error(SQLException.class, Routes::databaseFailed)
                .error(RuntimeException.class, Routes::failed);
    }

    private static void filter(Readiness readiness, Set<String> always, FilterChain chain, RoutingRequest request) {
        if (readiness.reason().isPresent() && !always.contains(request.path().path())) {
            throw ApiError.unavailable(readiness.reason().get());
        }
        chain.proceed();
        if (request.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
            // Helidon announces the close that a client asked for but leaves the socket open.
            throw new CloseConnectionException("the client asked for it");
        }
    }

    private static void databaseFailed(ServerRequest request, ServerResponse response, SQLException e) {
        LOG.log(Level.WARNING, e, () -> request.prologue().method() + " " + request.path().path());
        JsonReply.sendError(response, Status.INTERNAL_SERVER_ERROR_500, "The database failed: " + e.getMessage());
    }

    private static void failed(ServerRequest request, ServerResponse response, RuntimeException e) {
        LOG.log(Level.SEVERE, e, () -> request.prologue().method() + " " + request.path().path());
        JsonReply.sendError(response, Status.INTERNAL_SERVER_ERROR_500, "This is a fault of the server: " + e);
    }
}

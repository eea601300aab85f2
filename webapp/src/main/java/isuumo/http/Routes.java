package isuumo.http;

import io.helidon.http.HeaderName;
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
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A routing table that answers a known path asked with another method 405, anything else 404, and every error as JSON.
 *
 * <p>The router tries routes in order, so the most frequent come first, and a fixed path before a pattern that matches
 * it too.
 */
public final class Routes {
    /** On a 503 that was decided before anything was done, with the reason: the request may safely be sent again. */
    public static final HeaderName NOT_BEGUN = HeaderNames.create("Isuumo-Not-Begun");

    private static final Logger LOG = Logger.getLogger(Routes.class.getName());
    /** The class of SQL states that means it, ISO/IEC 9075-2. */
    private static final String CONNECTION_EXCEPTION = "08";

    private final BiFunction<String, Handler, Handler> around;
    private final HttpRouting.Builder routing = HttpRouting.builder();
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
            response.header(HeaderNames.ALLOW, method.text());
            throw ApiError.methodNotAllowed("This path takes " + method.text() + " only");
        }));
        routing.any(otherwise);
        return routing.addFilter(Routes::filter)
                .error(ApiError.class, (_, response, e) -> JsonReply.sendError(response, e.status(), e.getMessage()))
                .error(HttpException.class, (_, response, e) -> JsonReply.sendError(response, e.status(),
                        e.getMessage()))
                .error(SQLException.class, Routes::databaseFailed)
                .error(RuntimeException.class, Routes::failed);
    }

    private static void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        if (request.path().rawPath().indexOf(';') >= 0) {
            // Helidon drops what follows it in a segment, then resolves "..": not the path that a proxy judged.
            throw ApiError.badRequest("The path has a semicolon; no path here has one");
        }
        chain.proceed();
        if (request.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
            // Helidon announces the close that a client asked for but leaves the socket open.
            throw new CloseConnectionException("the client asked for it");
        }
    }

    private static void databaseFailed(ServerRequest request, ServerResponse response, SQLException e) {
        LOG.log(Level.WARNING, e, () -> request.prologue().method() + " " + request.path().path());
        boolean lost = e.getSQLState() != null && e.getSQLState().startsWith(CONNECTION_EXCEPTION);
        String what = lost && request.prologue().method() == Method.POST
                ? "The database was lost before it answered; this may have been done, so look before you try again: "
                : "The database failed: ";
        JsonReply.sendError(response, Status.INTERNAL_SERVER_ERROR_500, what + e.getMessage());
    }

    private static void failed(ServerRequest request, ServerResponse response, RuntimeException e) {
        LOG.log(Level.SEVERE, e, () -> request.prologue().method() + " " + request.path().path());
        JsonReply.sendError(response, Status.INTERNAL_SERVER_ERROR_500, "This is a fault of the server: " + e);
    }
}

package isuumo.http;

import io.helidon.http.HeaderValues;
import io.helidon.http.HttpPrologue;
import io.helidon.http.Method;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

/** What holds for every request, whatever its route: which paths there are none of, HEAD, and whether the connection stays. */
final class RequestRules implements Filter {
    /** Of a body that nobody has read, declared; up to here it is read and thrown away, and the connection stays. */
    private static final long MAX_UNREAD_BYTES = RequestReader.MAX_CHUNKED_BYTES;

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        if (request.content().hasEntity()) {
            response.beforeSend(() -> closeIfBodyIsLeft(request, response));
        }
        String path = request.path().rawPath();
        if (PlainPath.hasNul(path)) {
            JsonReply.sendError(response, Status.BAD_REQUEST_400, "The path has a NUL; no path here has one");
        } else if (PlainPath.hasSemicolon(path)) {
            // Helidon drops what follows it in a segment, then resolves "..": not the path that a proxy judged.
            JsonReply.sendError(response, Status.BAD_REQUEST_400, "The path has a semicolon; no path here has one");
        } else if (!PlainPath.is(path) || request.prologue().fragment().hasValue()) {
            JsonReply.sendError(response, Status.NOT_FOUND_404,
                    "A path here has no empty or dot segment, and no encoded slash or backslash");
        } else {
            if (request.prologue().method() == Method.HEAD) {
                request.prologue(asGet(request.prologue())); // AnswerWriter leaves the body out
            }
            chain.proceed();
        }
        if (response.headers().contains(HeaderValues.CONNECTION_CLOSE)) {
            // Helidon announces it and leaves the socket open: https://github.com/helidon-io/helidon/issues/12324
            throw new CloseConnectionException("the answer says so");
        }
    }

    private static HttpPrologue asGet(HttpPrologue head) {
        return HttpPrologue.create(head.rawProtocol(), head.protocol(), head.protocolVersion(), Method.GET,
                head.uriPath(),
                head.query(), head.fragment());
    }

    /**
     * Who expects 100 (Continue) and gets another answer may send its body all the same, or not (RFC 9110 section 10.1.1):
     * nobody can tell where the next request begins, and Helidon takes the body for one.
     */
    private static void closeIfBodyIsLeft(RoutingRequest request, RoutingResponse response) {
        if (!request.continueSent() || !request.content().consumed()
                && request.headers().contentLength().orElse(0) > MAX_UNREAD_BYTES) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
    }
}

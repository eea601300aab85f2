package isuumo.http;

import io.helidon.common.buffers.DataReader.InsufficientDataAvailableException;
import io.helidon.http.HeaderNames;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Request bodies, read whole up to a limit. */
public final class Body {
    private static final byte[] NONE = {};
    private static final long ABSENT_LENGTH = -1;

    private Body() {}

    /**
     * @throws ApiError 413 when the body is larger than {@code limitBytes}, declared or sent; 400 when it is badly chunked
     * @throws CloseConnectionException when the client leaves in the middle, or the connection breaks
     */
    public static byte[] read(ServerRequest request, int limitBytes) {
        long declared = request.headers().contentLength().orElse(ABSENT_LENGTH);
        if (declared > limitBytes) {
            throw ApiError.tooLarge("body", limitBytes);
        }
        if (declared == ABSENT_LENGTH && !request.headers().contains(HeaderNames.TRANSFER_ENCODING)) {
            return NONE;
        }
        try {
            InputStream in = request.content().inputStream();
            byte[] body = in.readNBytes(declared == ABSENT_LENGTH ? limitBytes + 1 : (int) declared);
            if (body.length > limitBytes) {
                throw ApiError.tooLarge("body", limitBytes); // the stream stays open: to close it is to wait for more
            }
            in.close();
            return body;
        } catch (RequestException e) {
            throw e.status() == Status.REQUEST_ENTITY_TOO_LARGE_413
                    ? ApiError.tooLarge("body", limitBytes)
                    : ApiError.badRequest(e.getMessage());
        } catch (IOException | UncheckedIOException | InsufficientDataAvailableException e) {
            throw new CloseConnectionException("the body ended early", e);
        }
    }
}

package isuumo.http;

import io.helidon.webserver.http.Handler;
import java.util.Optional;

/** Whether this server may answer, and if not, why. Thread-safe; reading is one volatile load. */
public final class Readiness {
    private volatile String reason;

    public Readiness(String reason) {
        this.reason = reason;
    }

    public void ready() {
        reason = null;
    }

    public void notReady(String why) {
        reason = why;
    }

    /** Until it is ready the handler's requests are answered 503 with the reason, and {@link Routes#NOT_BEGUN}. */
    public Handler guard(Handler handler) {
        return (request, response) -> {
            String why = reason;
            if (why != null) {
                response.header(Routes.NOT_BEGUN, why);
                throw ApiError.unavailable(why);
            }
            handler.handle(request, response);
        };
    }

    /** Empty when ready. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}

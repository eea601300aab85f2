package isuumo.http;

import io.helidon.webserver.http.Handler;
import isuumo.outcome.Outcome;
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

    /** Until it is ready the handler's requests are not begun. */
    public Handler guard(Handler handler) {
        return (request, response) -> {
            String why = reason;
            if (why != null) {
                throw new Outcome.NotBegun(why);
            }
            handler.handle(request, response);
        };
    }

    /** Empty when ready. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}

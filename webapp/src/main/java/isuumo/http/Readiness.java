package isuumo.http;

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

    /** Empty when ready. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}

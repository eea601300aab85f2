package isuumo.bench.http;

import java.io.IOException;

/** A request that got no usable HTTP answer. */
public final class TransportException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Why there is no answer. */
    public enum Kind {
        /** Not complete in time. */
        TIMEOUT,
        /** Refused, reset, or closed before the answer was complete; or nobody has the host's name. */
        DROPPED,
        /** Bytes came, but they are no HTTP answer. */
        MALFORMED,
        /** This machine had no port or descriptor left: not the server's fault. */
        LOCAL
    }

    private final Kind kind;

    public TransportException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this; // thousands a second when a server is down; the kind and text say it all
    }
}

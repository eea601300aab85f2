package isuumo.cluster;

import io.helidon.webserver.http.Handler;
import isuumo.http.ApiError;
import isuumo.http.Routes;
import isuumo.outcome.Outcome;
import java.util.Optional;

/** Who may pass to the routes, people's and other hosts', and what hosts say besides. By default everybody, and nothing. */
public interface Access {
    /** A handler that answers from the catalogs, asked for before it loads the snapshot that it answers from. */
    default Handler read(Handler handler) {
        return (request, response) -> {
            Optional<String> refusal = refusal();
            if (refusal.isPresent()) {
                throw new Outcome.NotBegun(refusal.get());
            }
            handler.handle(request, response);
        };
    }

    /** A handler that answers from the catalogs about one row, and fails with {@link ApiError.UnknownRow} without it. */
    default Handler lookup(Handler handler) {
        return read(handler);
    }

    /** A handler that changes the rows. */
    default Handler write(Handler handler) {
        return handler;
    }

    /** {@link #lookup} for a host that lacks the row itself. */
    default Handler hostsLookup(Handler handler) {
        return read(handler);
    }

    /** {@link #write} for a host that takes this one for the writer. */
    default Handler hostsWrite(Handler handler) {
        return write(handler);
    }

    /** Why reads are refused; empty when they are served. */
    default Optional<String> refusal() {
        return Optional.empty();
    }

    /** What the hosts say to each other, besides reads and writes. */
    default void addHostsRoutes(Routes routes) {}
}

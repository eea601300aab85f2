package isuumo;

import io.helidon.webserver.http.Handler;
import isuumo.cluster.Barrier;
import isuumo.feed.FeedListener;
import isuumo.http.ApiError;
import isuumo.http.Routes;
import isuumo.metrics.Metrics;
import isuumo.store.GtidSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** What this host is: alone, the writer of several, or one of the writer's peers. */
interface Role extends AutoCloseable {
    /** One host alone: every answer is its own business. */
    Role ALONE = new Role() {
    };

    /** What this host's own writes wait for. */
    default Barrier barrier() {
        return Barrier.NONE;
    }

    /** Hears how far the catalogs are. */
    default FeedListener listener() {
        return FeedListener.NONE;
    }

    /** Whether this host's own statements change the rows. */
    default boolean writes() {
        return true;
    }

    /** A handler that answers from the catalogs. */
    default Handler read(Handler handler) {
        return handler;
    }

    /** A handler that answers from the catalogs about one row, and fails with {@link ApiError.UnknownRow} without it. */
    default Handler lookup(Handler handler) {
        return read(handler);
    }

    /** A handler that changes the rows. */
    default Handler write(Handler handler) {
        return handler;
    }

    /** Why reads are refused; empty when they are served. */
    default Optional<String> refusal() {
        return Optional.empty();
    }

    /** What the hosts say to each other. */
    default void addRoutes(Routes routes) {}

    /** Whether writes are taken before the catalogs are built. */
    default boolean writesUnbuilt() {
        return false;
    }

    /** The database can be asked; nothing is built yet, and no write is taken. */
    default void reached() throws SQLException {}

    /** @param position what the catalogs, which are built now, hold at any time */
    default void start(Supplier<GtidSet> position) {}

    default void addMetrics(Metrics metrics) {}

    /** Whether {@link #part} may take a while. */
    default boolean parts() {
        return false;
    }

    /**
     * Prepares the other hosts for this one's absence, while this one still answers.
     *
     * @param within how long that may take
     */
    default void part(Duration within) {}

    @Override
    default void close() {}
}

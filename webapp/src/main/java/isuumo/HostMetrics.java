package isuumo;

import isuumo.feed.ChangeFeed;
import isuumo.feed.FeedStatus;
import isuumo.http.WorkLimit;
import isuumo.metrics.Metrics;
import isuumo.store.Database;
import isuumo.store.Database.PoolUse;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Which of this host's numbers are told. */
final class HostMetrics {
    private HostMetrics() {}

    /** @param writes whether this host takes the writes, of several hosts or alone */
    static void addState(Metrics metrics, BooleanSupplier ready, BooleanSupplier writes) {
        metrics.gauge("isuumo_ready", "1 when every endpoint is served: what /healthz says.",
                () -> ready.getAsBoolean() ? 1 : 0);
        metrics.gauge("isuumo_writer", "1 on the host that takes the writes.", () -> writes.getAsBoolean() ? 1 : 0);
    }

    static void addCatalogs(Metrics metrics, Catalogs catalogs) {
        metrics.gauges("isuumo_catalog_items", "Items that are served, sold-out chairs included.", "catalog",
                () -> catalogs.isBuilt()
                        ? Map.of("chair", catalogs.chairs().catalog().size(),
                                "estate", catalogs.estates().catalog().size())
                        : Map.of());
        metrics.counters("isuumo_catalog_snapshots", "Snapshots published.", "catalog",
                () -> Map.of("chair", catalogs.chairs().generation(), "estate", catalogs.estates().generation()));
    }

    static void addLimits(Metrics metrics, Map<String, WorkLimit> limits) {
        metrics.gauges("isuumo_work_running", "Requests of a class of work that are at work.", "work",
                () -> values(limits, WorkLimit::running));
        metrics.gauges("isuumo_work_waiting", "Requests that wait for their turn.", "work",
                () -> values(limits, WorkLimit::waiting));
        metrics.counters("isuumo_work_refused", "Requests refused, whose turn did not come in time.", "work",
                () -> values(limits, WorkLimit::refused));
    }

    private static Map<String, Number> values(Map<String, WorkLimit> limits, Function<WorkLimit, Number> value) {
        return limits.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, limit -> value.apply(limit.getValue())));
    }

    static void addPools(Metrics metrics, Database database) {
        addPool(metrics, database, "active", "Connections in use.", PoolUse::active);
        addPool(metrics, database, "idle", "Connections not in use.", PoolUse::idle);
        addPool(metrics, database, "waiting", "Threads that wait for a connection.", PoolUse::waiting);
    }

    private static void addPool(Metrics metrics, Database database, String what, String help,
            ToDoubleFunction<PoolUse> value) {
        metrics.gauges("isuumo_pool_" + what, help, "pool", () -> database.poolUse().stream()
                .collect(Collectors.toMap(PoolUse::name, value::applyAsDouble)));
    }

    static void addFeed(Metrics metrics, ChangeFeed feed) {
        metrics.gauges("isuumo_feed_position",
                "Number of the last transaction that the catalogs hold, of each MariaDB domain or MySQL server.",
                "source",
                () -> feed.status().position().lastBySource());
        addFeed(metrics, feed, "silent_seconds", "Since the last row event or heartbeat.", s -> s.silentMillis() / 1e3);
        addFeed(metrics, feed, "connected", "1 while events or heartbeats come in.", s -> s.connected() ? 1 : 0);
        addFeed(metrics, feed, "caught_up", "1 when the catalogs hold what the server had at the last connect.",
                s -> s.caughtUp() ? 1 : 0);
        metrics.counter("isuumo_feed_transactions", "Transactions that came.", () -> feed.status().transactions());
        metrics.counter("isuumo_feed_rebuilds", "Catalogs built anew for want of events.",
                () -> feed.status().rebuilds());
        addFeed(metrics, feed, "last_rebuild_seconds", "How long the last such build took.",
                s -> s.lastRebuildMillis() / 1e3);
    }

    private static void addFeed(Metrics metrics, ChangeFeed feed, String what, String help,
            ToDoubleFunction<FeedStatus> value) {
        metrics.gauge("isuumo_feed_" + what, help, () -> value.applyAsDouble(feed.status()));
    }
}

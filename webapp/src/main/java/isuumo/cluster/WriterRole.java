package isuumo.cluster;

import io.helidon.webserver.http.Handler;
import isuumo.feed.FeedListener;
import isuumo.gtid.GtidSet;
import isuumo.http.Routes;
import isuumo.metrics.Metrics;
import isuumo.outcome.Outcome;
import isuumo.store.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Takes the writes, and answers those that others must see when every host shows them. */
final class WriterRole implements Access, Presence {
    private static final String PARTING = "The writer is stopping";
    /** What a peer sent before it heard that this writer parts has come by then, and is refused as not begun. */
    private static final Duration LAST_ARRIVALS = Duration.ofMillis(100);

    private final WriterBarrier barrier;
    private final ReportRoute reports;
    private final WriteDoor door = new WriteDoor();
    private final Duration partingWait;
    private final Database database;

    WriterRole(Topology topology, Database database, Metrics metrics) {
        barrier = new WriterBarrier(topology, database::executedOnPrimary,
                metrics.histogram("isuumo_barrier_wait_seconds",
                        "How long visible writes waited for the other hosts."));
        reports = new ReportRoute(barrier);
        this.database = database;
        partingWait = topology.lease().dividedBy(2);
        metrics.gauges("isuumo_cluster_host_gone", "1 for a peer that does not serve, so that no write waits for it.",
                "host", barrier::goneByHost);
    }

    Role role() {
        return new Role(true, this, barrier, listener(), this);
    }

    private FeedListener listener() {
        return new FeedListener() {
            @Override
            public void applying(GtidSet transaction) {
                barrier.committed(transaction); // an earlier writer's, or somebody's by hand: others must see it too
            }

            @Override
            public void applied(GtidSet position, boolean visible) {
                barrier.shown(position);
            }

            @Override
            public void rebuilding(String reason) {
                barrier.rebuilding(reason);
            }
        };
    }

    /** While this writer parts a write is refused before it has begun, so that a peer that forwards it tries again. */
    @Override
    public Handler write(Handler handler) {
        return (request, response) -> {
            if (!door.enter()) {
                throw new Outcome.NotBegun(PARTING);
            }
            try {
                handler.handle(request, response);
            } finally {
                door.leave();
            }
        };
    }

    @Override
    public Optional<String> refusal() {
        return barrier.refusal();
    }

    @Override
    public void addHostsRoutes(Routes routes) {
        routes.post(ReportRoute.PATH, reports::report);
    }

    /** The peers serve meanwhile, and hear of each write; this host reads nothing until it has caught up with them all. */
    @Override
    public boolean writesUnbuilt() {
        return true;
    }

    /** The peers have leases again long before the catalogs are built. */
    @Override
    public void reached() throws SQLException {
        barrier.rebuilding("it has just started");
        barrier.start(database.executedOnPrimary());
    }

    /** A write that an earlier writer left under way may have come in between: others must see it too. */
    @Override
    public void start(Supplier<GtidSet> position) {
        barrier.committed(position.get());
    }

    /** Running requests are to end in the other half. */
    @Override
    public Duration partingTime(Duration ofStop) {
        return ofStop.dividedBy(2);
    }

    /** Only when nothing is being written any more: what becomes visible after a parting lease has nobody to answer it. */
    @Override
    public void part(Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        try {
            if (!door.close(within.toNanos())) {
                say(door.inside() + " writes have not ended after " + within.toMillis()
                        + " ms, so that no host may serve without this writer");
                return;
            }
            List<String> late = barrier.part(Math.min(partingWait.toNanos(), deadline - System.nanoTime()));
            if (!late.isEmpty()) {
                say(late + " did not ask in time for a lease to serve by without this writer");
            }
            Thread.sleep(LAST_ARRIVALS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** The log is closed by then, by a shutdown hook of its own. */
    private static void say(String what) {
        System.err.println("isuumo: parting: " + what);
    }
}

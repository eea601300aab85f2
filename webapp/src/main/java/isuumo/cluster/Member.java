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
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * One host of several: the writer or a peer, which {@link Succession} changes while requests come. Thread-safe.
 *
 * <p>A read is served if it is by what this host is when it comes: then all that was answered before is in the catalog that is
 * loaded after. A write that does not come through the writer's door is handed on, so none is inside when that changes.
 */
final class Member implements Access, Barrier, FeedListener, Presence {
    private static final String PARTING = "The writer is stopping";

    private final Topology topology;
    private final Database database;
    private final LongConsumer waitedNanos;
    private final Succession succession;
    private final PeerRole peer;
    private volatile Office office;
    private volatile boolean stopping;

    Member(Topology topology, Database database, Metrics metrics) {
        this.topology = topology;
        this.database = database;
        waitedNanos = metrics.histogram("isuumo_barrier_wait_seconds",
                "How long visible writes waited for the other hosts.");
        succession = new Succession(topology, this);
        peer = new PeerRole(topology, succession, this::lacksTenure);
        metrics.gauge("isuumo_cluster_lease_seconds",
                "How long reads are served from now on a peer; 0 without a lease.",
                () -> writes() ? OptionalDouble.empty() : OptionalDouble.of(peer.lease().remainingNanos() / 1e9));
        metrics.gauges("isuumo_cluster_host_gone", "1 for a peer that does not serve, so that no write waits for it.",
                "host", () -> writes() ? office.barrier().goneByHost() : Map.of());
        metrics.gauge("isuumo_cluster_mandate", "Number of the last change of the writer that this host knows of.",
                () -> succession.mandate().number());
        if (topology.failover()) {
            metrics.gauge("isuumo_cluster_tenure_seconds",
                    "How long the writer answers from now on without hearing that it still is; 0 without tenure.",
                    this::tenureSeconds);
        }
    }

    private OptionalDouble tenureSeconds() {
        Office now = office;
        return now == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(0, now.tenure().until() - System.nanoTime()) / 1e9);
    }

    Role role() {
        return new Role(this::writes, this, this, this, this);
    }

    private boolean writes() {
        return office != null;
    }

    Office office() {
        return office;
    }

    PeerRole peer() {
        return peer;
    }

    Succession succession() {
        return succession;
    }

    Database database() {
        return database;
    }

    /** @param number of the mandate by which it is held */
    Office newOffice(long number) {
        return new Office(number, topology, database::executedOnPrimary, waitedNanos);
    }

    /** @param next null: a peer */
    void become(Office next) {
        office = next;
    }

    @Override
    public Optional<String> refusal() {
        Office now = office;
        return now == null ? peer.lease().refusal() : now.refusal();
    }

    private boolean lacksTenure() {
        Office now = office;
        return now != null && !now.hasTenure();
    }

    @Override
    public Handler lookup(Handler handler) {
        return byRole(read(handler), peer.lookup(handler, this));
    }

    private Handler byRole(Handler writers, Handler peers) {
        return (request, response) -> (writes() ? writers : peers).handle(request, response);
    }

    /** Held for a tenure as for a writer that restarts. A process that stops refuses what it would have to hold for longer than it is there. */
    @Override
    public Handler write(Handler handler) {
        return throughTheDoor(handler, (request, response) -> {
            if (stopping) {
                throw new Outcome.NotBegun(PARTING);
            }
            peer.forwarder().forward(request, response);
        });
    }

    @Override
    public Handler hostsWrite(Handler handler) {
        return throughTheDoor(handler, peer.forwarder()::refuse);
    }

    private Handler throughTheDoor(Handler handler, Handler otherwise) {
        return (request, response) -> {
            Office now = office;
            if (now == null || !now.enter()) {
                otherwise.handle(request, response);
                return;
            }
            try {
                handler.handle(request, response);
            } finally {
                now.leave();
            }
        };
    }

    @Override
    public void addHostsRoutes(Routes routes) {
        var mandates = new MandateRoutes(succession);
        routes.post(ReportRoute.PATH, new ReportRoute(this, succession::mandate)::report);
        routes.post(MandateRoutes.TELL, mandates::tell);
        routes.post(MandateRoutes.APPOINT, mandates::appoint);
        routes.post(TenureRoute.PATH, new TenureRoute(this, succession::mandate, topology.failover())::extend);
    }

    /** Only this host's own writes come here, and none without an office but what an inquiry found: that the feed tells. */
    @Override
    public void committed(GtidSet write) {
        Office now = office;
        if (now != null) {
            now.barrier().committed(write);
        }
    }

    @Override
    public void await(GtidSet write) {
        Office now = office;
        if (now != null) {
            now.barrier().await(write);
        }
        confirm();
    }

    @Override
    public void confirm() {
        if (!isStillTheWriter()) {
            throw new Outcome.Unknown("it is stored here, but this host may not be the writer any more", null);
        }
    }

    /** To be asked when a write is about to be answered: it was let in within the tenure of an office, and that may be over. */
    private boolean isStillTheWriter() {
        Office now = office;
        return now != null && now.hasTenure();
    }

    private void confirmRefusal() {
        if (!isStillTheWriter()) {
            throw new Outcome.NotBegun("this host may not be the writer any more");
        }
    }

    @Override
    public void awaitShown() {
        Office now = office;
        if (now != null) {
            now.barrier().awaitShown();
        }
        confirmRefusal();
    }

    @Override
    public void awaitCommitted() {
        Office now = office;
        if (now != null) {
            now.barrier().awaitCommitted();
        }
        confirmRefusal();
    }

    /** An earlier writer's, or somebody's by hand: others must see it too. */
    @Override
    public void applying(GtidSet transaction) {
        committed(transaction);
    }

    @Override
    public void applied(GtidSet position, boolean visible) {
        peer.applied(position, visible);
        Office now = office;
        if (now != null) {
            now.barrier().shown(position);
        }
    }

    @Override
    public void rebuilding(String reason) {
        peer.rebuilding(reason);
        Office now = office;
        if (now != null) {
            now.barrier().rebuilding(reason);
        }
    }

    /** The peers of a writer serve meanwhile, and hear of each write; it reads nothing until it has caught up with them all. */
    @Override
    public boolean writesUnbuilt() {
        return writes();
    }

    /** The peers have leases again long before the writer's catalogs are built. */
    @Override
    public void reached() throws SQLException, InterruptedException {
        succession.begin();
    }

    @Override
    public void start(Supplier<GtidSet> position) {
        succession.start(position);
        peer.start(position);
    }

    /** Running requests are to end in the other half. */
    @Override
    public Duration partingTime(Duration ofStop) {
        return ofStop.dividedBy(2);
    }

    @Override
    public void part(Duration within) {
        stopping = true;
        try {
            succession.end(within);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        succession.close();
        peer.close();
    }
}

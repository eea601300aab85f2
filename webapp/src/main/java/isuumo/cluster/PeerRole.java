package isuumo.cluster;

import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import isuumo.feed.FeedListener;
import isuumo.gtid.GtidSet;
import isuumo.http.ApiError;
import isuumo.metrics.Metrics;
import java.util.Optional;
import java.util.function.Supplier;

/** Serves reads while it holds a lease, and hands writes on. */
final class PeerRole implements Access, Presence {
    private final PeerLease lease;
    private final Reporter reporter;
    private final Forwarder forwarder;

    PeerRole(Topology topology, Metrics metrics) {
        lease = new PeerLease(topology);
        reporter = new Reporter(topology, lease);
        forwarder = new Forwarder(topology, lease::writerParts);
        metrics.gauge("isuumo_cluster_lease_seconds", "How long reads are served from now; 0 without a lease.",
                () -> lease.remainingNanos() / 1e9);
    }

    Role role() {
        return new Role(false, this, Barrier.NONE, listener(), this);
    }

    private FeedListener listener() {
        return new FeedListener() {
            @Override
            public void applied(GtidSet position, boolean visible) {
                lease.resume();
                reporter.shown(position, visible);
            }

            @Override
            public void rebuilding(String reason) {
                lease.forfeit("it builds its catalogs anew: " + reason);
            }
        };
    }

    /**
     * A row that this host does not have yet may have been shown by another, if it is being stored: the writer knows. If
     * that one cannot tell, nothing was acknowledged, and this host's own answer is as good.
     *
     * <p>A GET without a lease is refused at once, since another host can be asked; a POST is held until there is one.
     */
    @Override
    public Handler lookup(Handler handler) {
        Handler leased = read((request, response) -> {
            try {
                handler.handle(request, response);
            } catch (ApiError.UnknownRow e) {
                if (!forwarder.lookUp(e.path(), request, response)) {
                    throw e;
                }
            }
        });
        return (request, response) -> {
            if (request.prologue().method() == Method.POST) {
                lease.await(Forwarder.HOLD);
            }
            leased.handle(request, response);
        };
    }

    @Override
    public Handler write(Handler handler) {
        return forwarder::forward;
    }

    @Override
    public Handler hostsWrite(Handler handler) {
        return forwarder::refuse;
    }

    @Override
    public Optional<String> refusal() {
        return lease.refusal();
    }

    @Override
    public void start(Supplier<GtidSet> position) {
        reporter.start(position);
    }

    @Override
    public void close() {
        reporter.close();
        forwarder.close();
    }
}

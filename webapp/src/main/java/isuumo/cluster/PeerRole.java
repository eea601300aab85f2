package isuumo.cluster;

import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import isuumo.feed.FeedListener;
import isuumo.gtid.GtidSet;
import isuumo.http.ApiError;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What a host does that is not the writer: serves reads while it holds a lease, and hands writes on. */
final class PeerRole implements FeedListener, AutoCloseable {
    private final PeerLease lease;
    private final Reporter reporter;
    private final Forwarder forwarder;
    private final BooleanSupplier lacksTenure;

    /** @param lacksTenure whether this host is the writer, but has no tenure */
    PeerRole(Topology topology, Succession succession, BooleanSupplier lacksTenure) {
        this.lacksTenure = lacksTenure;
        lease = new PeerLease(topology);
        reporter = new Reporter(topology, lease, succession);
        forwarder = new Forwarder(topology, () -> succession.mandate().writer(), this::absence);
    }

    /** Why the writer, which may be this host, takes no writes for now: then they are held. Empty when it may take some. */
    Optional<String> absence() {
        if (lacksTenure.getAsBoolean()) {
            return Optional.of(Office.WITHOUT_TENURE);
        }
        return lease.writerParts() ? Optional.of("it has parted") : Optional.empty();
    }

    PeerLease lease() {
        return lease;
    }

    Forwarder forwarder() {
        return forwarder;
    }

    @Override
    public void applied(GtidSet position, boolean visible) {
        lease.resume();
        reporter.shown(position, visible);
    }

    @Override
    public void rebuilding(String reason) {
        lease.forfeit("it builds its catalogs anew: " + reason);
    }

    /**
     * A row that this host does not have yet may have been shown by another, if it is being stored: the writer knows. If
     * that one cannot tell, nothing was acknowledged, and this host's own answer is as good.
     *
     * <p>A GET without a lease is refused at once, since another host can be asked; a POST is held until there is one.
     *
     * @param access refuses who may not read
     */
    Handler lookup(Handler handler, Access access) {
        Handler leased = access.read((request, response) -> {
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

    /** Reports from now on, whenever this host is not the writer. */
    void start(Supplier<GtidSet> position) {
        reporter.start(position);
    }

    /** Another host is the writer from now on, maybe after this one. */
    void follow() {
        lease.writerChanged();
        reporter.wake();
    }

    @Override
    public void close() {
        reporter.close();
        forwarder.close();
    }
}

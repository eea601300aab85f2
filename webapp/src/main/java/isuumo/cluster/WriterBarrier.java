package isuumo.cluster;

import isuumo.cluster.lease.Grantor;
import isuumo.cluster.lease.LeaseTerms;
import isuumo.cluster.lease.Reply;
import isuumo.cluster.lease.Reply.Grant;
import isuumo.cluster.lease.Report;
import isuumo.gtid.GtidSet;
import isuumo.http.ApiError;
import isuumo.outcome.Outcome;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * The waits of the writer's {@link Barrier}: a {@link Grantor} with a lock, a clock, and writes that wait. Thread-safe.
 *
 * <p>The clock is read while the lock is held, so that the grantor's time never goes back.
 */
public final class WriterBarrier {
    private static final Logger LOG = Logger.getLogger(WriterBarrier.class.getName());
    /** How long this host's own catalogs may lag behind the primary before a refusal gives up waiting for them. */
    private static final long OWN_LAG_SECONDS = 10;

    /** What the primary has committed. */
    public interface Executed {
        GtidSet get() throws SQLException;
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final long started = System.nanoTime();
    private final Topology topology;
    private final Executed executed;
    private final LongConsumer waitedNanos;
    private Grantor grantor;
    private List<String> gone = List.of();
    private final Set<String> unparted = new HashSet<>();
    private GtidSet shown = GtidSet.EMPTY;
    private volatile String behind;

    /** @param waitedNanos hears how long each awaited write took */
    public WriterBarrier(Topology topology, Executed executed, LongConsumer waitedNanos) {
        this.topology = topology;
        this.executed = executed;
        this.waitedNanos = waitedNanos;
    }

    /**
     * Takes reports from now on.
     *
     * @param all what the primary has executed: that includes whatever an earlier writer answered, since that one has ended
     * @param without peers that serve nothing by an earlier writer's leases, since nobody reaches them
     */
    public void start(GtidSet all, Set<String> without) {
        // An earlier writer's sessions must not be taken for this one's: 62 random bits make that as good as impossible.
        long firstSession = (new SecureRandom().nextLong() >>> 2) + 1;
        LeaseTerms terms = topology.terms();
        lock.lock();
        try {
            grantor = new Grantor(terms, topology.others(), all, started, firstSession).without(without);
        } finally {
            lock.unlock();
        }
    }

    /**
     * @throws Outcome.NotBegun before {@link #start}
     * @throws ApiError 400 for a host that is no peer
     */
    public Reply report(Report report) {
        lock.lock();
        try {
            if (grantor == null) {
                throw new Outcome.NotBegun("the writer does not know its database yet");
            }
            Grantor.Step step = grantor.report(report, System.nanoTime());
            grantor = step.next();
            if (step.reply().grant() == Grant.PARTING) {
                unparted.remove(report.host());
            }
            changed.signalAll();
            tellGone();
            return step.reply();
        } catch (IllegalArgumentException e) {
            throw ApiError.badRequest(e.getMessage());
        } finally {
            lock.unlock();
        }
    }

    private void tellGone() {
        List<String> now = grantor.gone(System.nanoTime());
        if (!now.equals(gone)) {
            gone = now;
            LOG.info(() -> now.isEmpty() ? "every host is there" : "not there: " + now + "; no write waits for them");
        }
    }

    /**
     * Grants parting leases from now on, and waits until every peer that holds a lease has one. To be called when this
     * process writes nothing any more. Does nothing before {@link #start}.
     *
     * @param nanos how long at most
     * @return the peers that have none after that time
     */
    public List<String> part(long nanos) throws InterruptedException {
        lock.lock();
        try {
            if (grantor != null) {
                grantor = grantor.parting();
                unparted.addAll(grantor.leased(System.nanoTime()));
            }
            for (long left = nanos; !unparted.isEmpty() && left > 0;) {
                left = changed.awaitNanos(left);
            }
            return List.copyOf(unparted);
        } finally {
            lock.unlock();
        }
    }

    /** {@link Barrier#committed}. */
    public void committed(GtidSet write) {
        lock.lock();
        try {
            grantor = grantor.committed(write);
        } finally {
            lock.unlock();
        }
    }

    /** {@link Barrier#await}, whoever is the writer when it returns. */
    public void await(GtidSet write) {
        try {
            awaitEveryHost(write);
        } catch (InterruptedException e) {
            throw new Outcome.Unknown("it is stored, but this host is stopping before the others show it", e);
        }
    }

    private void awaitEveryHost(GtidSet write) throws InterruptedException {
        long start = System.nanoTime();
        lock.lock();
        try {
            for (long now = start; !grantor.waitsFor(write, now).isEmpty(); now = System.nanoTime()) {
                changed.awaitNanos(grantor.nextExpiry(write, now) - now);
            }
            tellGone();
        } finally {
            lock.unlock();
        }
        waitedNanos.accept(System.nanoTime() - start);
    }

    /** {@link Barrier#awaitShown}, likewise. */
    public void awaitShown() {
        try {
            awaitEveryHost(visible());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static Outcome interrupted(InterruptedException e) {
        return new Outcome.NotBegun("this host is stopping", e);
    }

    private GtidSet visible() {
        lock.lock();
        try {
            return grantor.visible();
        } finally {
            lock.unlock();
        }
    }

    /**
     * {@link Barrier#awaitCommitted}, likewise. What the database knows and this host does not yet, its own change feed brings,
     * with its id.
     */
    public void awaitCommitted() {
        try {
            awaitOwn(executed.get());
        } catch (SQLException e) {
            throw new Outcome.NotBegun("the database failed", e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        awaitShown();
    }

    private void awaitOwn(GtidSet all) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(OWN_LAG_SECONDS);
            while (!shown.covers(all)) {
                if (left <= 0) {
                    throw new Outcome.NotBegun("this host's change feed is more than " + OWN_LAG_SECONDS
                            + " s behind the primary");
                }
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** This host's catalogs have got that far. */
    public void shown(GtidSet position) {
        shown(() -> position);
    }

    /** @param position is asked while no other is told */
    void shown(Supplier<GtidSet> position) {
        lock.lock();
        try {
            shown = position.get();
            if (grantor != null && behind != null && shown.covers(grantor.visible())) {
                behind = null;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** This host's catalogs may lack for a while what was shown before: it answers nothing from them until they caught up. */
    public void rebuilding(String reason) {
        behind = "This host builds its catalogs anew: " + reason;
    }

    /** Why this host may not serve; empty when it may. One volatile read. */
    public Optional<String> refusal() {
        return Optional.ofNullable(behind);
    }

    /** By peer: 1 when it does not serve, so that no write waits for it, else 0. */
    public Map<String, Integer> goneByHost() {
        lock.lock();
        try {
            List<String> now = grantor == null ? topology.others() : grantor.gone(System.nanoTime());
            return topology.others().stream()
                    .collect(Collectors.toMap(Function.identity(), peer -> now.contains(peer) ? 1 : 0));
        } finally {
            lock.unlock();
        }
    }
}

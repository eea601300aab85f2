package isuumo.cluster;

import isuumo.cluster.WriterBarrier.Executed;
import isuumo.cluster.lease.Reply;
import isuumo.cluster.lease.Report;
import isuumo.cluster.lease.Tenure;
import isuumo.gtid.GtidSet;
import isuumo.outcome.Outcome;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;

/**
 * A host's time as the writer: it takes the writes, and answers those that others must see when every host shows them.
 * Thread-safe.
 *
 * <p>It answers only while its {@link Tenure} runs. Where hosts fail over by themselves it has none at first.
 */
final class Office {
    static final String WITHOUT_TENURE = "This host has no tenure: it has not heard in time that it is still the writer, so "
            + "another host may be";

    /** What a peer sent before it heard that this writer parts has come by then, and is refused as not begun. */
    private static final Duration LAST_ARRIVALS = Duration.ofMillis(100);

    private final long number;
    private final WriterBarrier barrier;
    private final AtomicReference<Tenure> tenure;
    private final WriteDoor door = new WriteDoor();
    private final Duration partingWait;

    /**
     * @param number of the mandate
     * @param waitedNanos hears how long each visible write waited for the other hosts
     */
    Office(long number, Topology topology, Executed executed, LongConsumer waitedNanos) {
        this.number = number;
        tenure = new AtomicReference<>(topology.failover() ? Tenure.none(System.nanoTime()) : Tenure.ENDLESS);
        barrier = new WriterBarrier(topology, executed, waitedNanos);
        partingWait = topology.lease().dividedBy(2);
    }

    /** Of the mandate by which it is held. */
    long number() {
        return number;
    }

    Tenure tenure() {
        return tenure.get();
    }

    boolean hasTenure() {
        return tenure().runs(System.nanoTime());
    }

    void extendTenure(long until) {
        tenure.updateAndGet(now -> now.extended(until, System.nanoTime()));
    }

    /** Why reads are refused; empty when they are served. Two volatile reads, and one of the clock. */
    Optional<String> refusal() {
        return hasTenure() ? barrier.refusal() : Optional.of(WITHOUT_TENURE);
    }

    WriterBarrier barrier() {
        return barrier;
    }

    WriteDoor door() {
        return door;
    }

    /**
     * The peers get leases from now on; this host answers no read before its catalogs hold all that the primary has executed.
     *
     * @param without hosts that nobody reaches, and that serve nothing
     */
    void begin(String why, Set<String> without, Executed executed) throws SQLException {
        barrier.rebuilding(why);
        barrier.start(executed.get(), without);
    }

    /** @return whether a write may come in; then it must {@link #leave} */
    boolean enter() {
        return hasTenure() && door.enter();
    }

    void leave() {
        door.leave();
    }

    /**
     * What a peer gets for its report; the lease counts from before it was sent, so that it is from within the tenure.
     *
     * @throws Outcome.NotBegun without tenure: the next writer counts on it that nobody has a lease of later than that
     */
    Reply report(Report report) {
        if (!hasTenure()) {
            throw new Outcome.NotBegun(WITHOUT_TENURE);
        }
        return barrier.report(report);
    }

    /** Lets no write in any more, and says whether all that were inside have ended by then. */
    boolean quiesce(Duration within) throws InterruptedException {
        return door.close(within.toNanos());
    }

    /**
     * Grants leases by which the peers serve without this writer. Only when nothing is being written any more: what becomes
     * visible after a parting lease has nobody to answer it.
     *
     * @return the peers that did not ask for one in time
     */
    List<String> part(Duration within) throws InterruptedException {
        return barrier.part(Math.min(partingWait.toNanos(), within.toNanos()));
    }

    /** Both, before this process ends. */
    void partForGood(Duration within) throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        if (!quiesce(within)) {
            say(door.inside() + " writes have not ended after " + within.toMillis()
                    + " ms, so that no host may serve without this writer");
            return;
        }
        if (!hasTenure()) {
            say("this host has no tenure, so that no host may serve by its leases");
            return;
        }
        List<String> late = part(Duration.ofNanos(deadline - System.nanoTime()));
        if (!late.isEmpty()) {
            say(late + " did not ask in time for a lease to serve by without this writer");
        }
        Thread.sleep(LAST_ARRIVALS);
    }

    /** The log is closed by then, by a shutdown hook of its own. */
    private static void say(String what) {
        System.err.println("isuumo: parting: " + what);
    }

    /** A write that an earlier writer left under way may have come in between: others must see it too. */
    void started(GtidSet position) {
        barrier.committed(position);
    }
}

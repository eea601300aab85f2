package isuumo.cluster;

import isuumo.cluster.WriterBarrier.Executed;
import isuumo.gtid.GtidSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;

/** A host's time as the writer: it takes the writes, and answers those that others must see when every host shows them. */
final class Office {
    /** What a peer sent before it heard that this writer parts has come by then, and is refused as not begun. */
    private static final Duration LAST_ARRIVALS = Duration.ofMillis(100);

    private final WriterBarrier barrier;
    private final WriteDoor door = new WriteDoor();
    private final Duration partingWait;

    /** @param waitedNanos hears how long each visible write waited for the other hosts */
    Office(Topology topology, Executed executed, LongConsumer waitedNanos) {
        barrier = new WriterBarrier(topology, executed, waitedNanos);
        partingWait = topology.lease().dividedBy(2);
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

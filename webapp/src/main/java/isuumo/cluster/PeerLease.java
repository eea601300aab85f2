package isuumo.cluster;

import isuumo.cluster.lease.Leaseholder;
import isuumo.cluster.lease.Reply;
import isuumo.cluster.lease.Reply.Grant;
import isuumo.cluster.lease.Tenure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A peer's lease, as requests and the reporter share it. Thread-safe.
 *
 * <p>A request asks {@link #refusal} before it loads the snapshot that it answers from: one volatile read and one reading
 * of the clock.
 */
public final class PeerLease {
    private volatile Leaseholder holder;
    private volatile boolean suspended;
    private volatile boolean fenced;
    private volatile boolean writerParts;
    private volatile String trouble = "it has not asked for one yet";

    public PeerLease(Topology topology) {
        holder = Leaseholder.starting(topology.terms(), System.nanoTime());
    }

    /** Why this host may not serve; empty when it may. */
    public Optional<String> refusal() {
        return mayServe()
                ? Optional.empty()
                : Optional.of("This host holds no lease, so it may lack what others show: " + trouble);
    }

    /** Returns when this host may serve, or after so long. */
    public synchronized void await(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toNanos(); !mayServe() && left > 0; left = deadline - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    boolean mayServe() {
        return holder.mayServe(System.nanoTime());
    }

    /** What a report is sent with, and its answer must be told with. */
    Leaseholder current() {
        return holder;
    }

    /**
     * @param asked what {@link #current} said when the report was made; an answer to what was forfeited since counts for
     *            nothing
     */
    synchronized void replied(Leaseholder asked, Reply reply, long sentAt) {
        if (holder == asked) {
            holder = asked.replied(reply, sentAt);
            writerParts = reply.grant() == Grant.PARTING;
            notifyAll();
            trouble = reply.granted()
                    ? "its last one has run out; the writer does not answer"
                    : "its catalogs have not caught up with " + reply.required();
        }
    }

    void unanswered(String why) {
        trouble = why;
    }

    /**
     * When this returns nothing is served any more on the strength of what was reported before, and nothing is reported
     * until {@link #resume}: the catalogs may be about to lack what they hold now.
     */
    public synchronized void forfeit(String why) {
        suspended = true;
        holder = holder.forfeited(System.nanoTime());
        trouble = why;
    }

    /** The catalogs hold again what their position says, for good. */
    public void resume() {
        suspended = fenced;
    }

    /** For good: nothing is served or reported any more before this process starts again. */
    synchronized void fence(String why) {
        fenced = true;
        forfeit(why);
    }

    boolean isFenced() {
        return fenced;
    }

    /**
     * This host was the writer, has answered all that it took, and shows it: it serves like the peers that it has given parting
     * leases, until the next writer's, and {@link #keepWithin within its tenure}.
     */
    synchronized void inherit(long now) {
        holder = holder.inherited(now);
        trouble = "the next writer does not answer";
    }

    /** An answer that is under way counts for nothing. */
    synchronized void keepWithin(Tenure tenure) {
        holder = holder.within(tenure);
    }

    /** Whether the one before was about to end says nothing of the next. */
    void writerChanged() {
        writerParts = false;
    }

    /** It takes no more writes, and is about to end or has; until the next one answers. */
    public boolean writerParts() {
        return writerParts;
    }

    boolean isSuspended() {
        return suspended;
    }

    /** Until when requests are served, from now; 0 without a lease. */
    public long remainingNanos() {
        return Math.max(0, holder.until() - System.nanoTime());
    }
}

package isuumo.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.cluster.lease.Leaseholder;
import isuumo.cluster.lease.Reply;
import isuumo.cluster.lease.Reply.Grant;
import isuumo.cluster.lease.Report;
import isuumo.gtid.GtidSet;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PeerLeaseTest {
    private static final Reply GRANT = new Reply(7, Grant.USUAL, GtidSet.EMPTY);

    private final Duration length = Duration.ofMinutes(1);
    private final PeerLease lease = new PeerLease(
            new Topology(Topology.hosts("isu1=127.0.0.1:1,isu2=127.0.0.1:2"), "isu2",
                    "isu1", length, length, "0123456789abcdef0123456789abcdef", Optional.empty(), false));

    @Test
    void nothingIsServedBeforeTheFirstGrant() {
        assertFalse(lease.mayServe());
        lease.replied(lease.current(), new Reply(7, Grant.NONE, GtidSet.EMPTY), System.nanoTime());
        assertFalse(lease.mayServe());
        lease.replied(lease.current(), GRANT, System.nanoTime());
        assertTrue(lease.mayServe());
    }

    @Test
    void aGrantCountsFromWhenItWasAskedFor() {
        lease.replied(lease.current(), GRANT, System.nanoTime() - length.toNanos() * 3 / 4);
        assertFalse(lease.mayServe());
    }

    @Test
    void whoWaitsForAGrantGoesOnWithIt() throws Exception {
        lease.await(Duration.ofMillis(1));
        assertFalse(lease.mayServe());
        var waiting = CompletableFuture.supplyAsync(() -> {
            try {
                lease.await(length);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return lease.mayServe();
        });
        lease.replied(lease.current(), new Reply(7, Grant.NONE, GtidSet.EMPTY), System.nanoTime());
        assertFalse(waiting.isDone());
        lease.replied(lease.current(), GRANT, System.nanoTime());
        assertTrue(waiting.get(20, TimeUnit.SECONDS));
    }

    /** The writer that granted it is away; the next one's usual lease is shorter, and the one that it knows of. */
    @Test
    void aPartingLeaseIsServedByUntilTheNextWritersFirst() {
        PeerLease peer = new PeerLease(new Topology(Topology.hosts("isu1=127.0.0.1:1,isu2=127.0.0.1:2"), "isu2", "isu1",
                length, length.multipliedBy(10), "0123456789abcdef0123456789abcdef", Optional.empty(), false));
        long now = System.nanoTime();
        peer.replied(peer.current(), new Reply(7, Grant.PARTING, GtidSet.EMPTY), now);
        assertEquals(now + length.toNanos() * 10, peer.current().until());
        assertTrue(peer.writerParts());
        peer.replied(peer.current(), new Reply(Report.JOIN, Grant.NONE, GtidSet.EMPTY), now);
        assertFalse(peer.writerParts(), "the next one has answered");
        peer.replied(peer.current(), new Reply(9, Grant.NONE, GtidSet.EMPTY), now);
        assertEquals(now + length.toNanos() * 10, peer.current().until());
        assertFalse(peer.current().settled(now));
        assertTrue(peer.current().settled(now + length.toNanos() * 10), "it has run out");
        peer.replied(peer.current(), new Reply(9, Grant.USUAL, GtidSet.EMPTY), now);
        assertEquals(now + length.toNanos() / 4 * 3, peer.current().until());
        assertTrue(peer.current().settled(now));
    }

    /** The answer to a report of what is no longer shown must not bring the lease back. */
    @Test
    void anAnswerToWhatWasForfeitedCountsForNothing() {
        lease.replied(lease.current(), GRANT, System.nanoTime());
        Leaseholder asked = lease.current();
        lease.forfeit("the catalogs are built anew");
        assertFalse(lease.mayServe());
        lease.replied(asked, GRANT, System.nanoTime());
        assertFalse(lease.mayServe());
        assertTrue(lease.isSuspended(), "reports would tell of catalogs that are about to go");
    }
}

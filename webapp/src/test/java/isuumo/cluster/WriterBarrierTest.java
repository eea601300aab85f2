package isuumo.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import isuumo.cluster.lease.Reply;
import isuumo.cluster.lease.Reply.Grant;
import isuumo.cluster.lease.Report;
import isuumo.gtid.GtidSet;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WriterBarrierTest {
    private static final long LONG = TimeUnit.MINUTES.toNanos(5);
    private static final GtidSet WRITE = GtidSet.parse("0-1-7");

    private final WriterBarrier barrier = new WriterBarrier(
            new Topology(Topology.hosts("isu1=127.0.0.1:1,isu2=127.0.0.1:2,isu3=127.0.0.1:3"), "isu1", "isu1",
                    Duration.ofMinutes(5), Duration.ofMinutes(10), "0123456789abcdef0123456789abcdef",
                    Optional.empty(), false),
            () -> WRITE, _ -> {});
    private final Map<String, Long> sessions = new HashMap<>();

    private void join(String host) {
        sessions.put(host, barrier.report(new Report(host, Report.JOIN, GtidSet.EMPTY, true)).session());
    }

    private Reply report(String host, boolean settled) {
        return barrier.report(new Report(host, sessions.get(host), WRITE, settled));
    }

    @Test
    void aWriterPartsWhenEachPeerWithALeaseHasALongerOne() {
        barrier.start(GtidSet.EMPTY, Set.of());
        for (String host : List.of("isu2", "isu3")) {
            join(host);
            assertEquals(Grant.USUAL, report(host, true).grant());
        }
        CompletableFuture<List<String>> parted = CompletableFuture.supplyAsync(() -> part(LONG));
        while (report("isu2", true).grant() != Grant.PARTING) {
            Thread.onSpinWait(); // it has not begun
        }
        assertFalse(parted.isDone());
        assertEquals(Grant.PARTING, report("isu3", true).grant());
        assertEquals(List.of(), parted.join());
    }

    private List<String> part(long nanos) {
        try {
            return barrier.part(nanos);
        } catch (InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    @Test
    void aPeerThatStaysSilentIsNamedAfterAWhile() {
        barrier.start(GtidSet.EMPTY, Set.of());
        join("isu2");
        report("isu2", true);
        assertEquals(List.of("isu2"), part(1));
    }

    @Test
    void nobodyIsWaitedForBeforeTheStartOrWithoutALease() {
        assertEquals(List.of(), part(LONG));
        barrier.start(GtidSet.EMPTY, Set.of());
        join("isu3");
        assertEquals(List.of(), part(LONG));
    }

    /** A writer that has just started waits for all whom an earlier one may have parted from, but for the settled. */
    @Test
    void aWriteWaitsForNoFormerLeaseOfASettledPeer() {
        barrier.start(GtidSet.EMPTY, Set.of());
        barrier.committed(WRITE);
        CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> barrier.await(WRITE));
        for (String host : List.of("isu2", "isu3")) {
            join(host);
            assertEquals(Grant.USUAL, report(host, false).grant());
        }
        report("isu2", true);
        assertFalse(answered.isDone());
        report("isu3", true);
        answered.join();
    }
}

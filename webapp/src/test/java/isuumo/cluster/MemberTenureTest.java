package isuumo.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.cluster.lease.Reply.Grant;
import isuumo.cluster.lease.Report;
import isuumo.gtid.GtidSet;
import isuumo.metrics.Metrics;
import isuumo.outcome.Outcome;
import isuumo.store.Database;
import isuumo.store.DatabaseServer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A writer that fails over, with and without its tenure. */
class MemberTenureTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration LONGER = LONG.multipliedBy(10);

    private final DatabaseServer server = new DatabaseServer("jdbc:mysql://127.0.0.1:1/isuumo", "isuumo", "", 1, 5_000);
    private final Database database = new Database(server, server, false);
    private final Mandate next = new Mandate(4, "isu2");
    private final Topology topology = new Topology(Topology.hosts("isu1=127.0.0.1:1,isu2=127.0.0.1:2"), "isu1", "isu1",
            LONG, LONGER, "0123456789abcdef0123456789abcdef", Optional.empty(), true);
    private Member writer;
    private boolean begun;

    @BeforeEach
    void start() {
        writer = new Member(topology, database, new Metrics());
        Office office = new Office(0, topology, () -> GtidSet.EMPTY, _ -> {});
        office.barrier().start(GtidSet.EMPTY, Set.of("isu2"));
        writer.become(office);
    }

    @AfterEach
    void close() {
        writer.close();
        database.close();
    }

    private void extend(Duration duration) {
        writer.office().extendTenure(System.nanoTime() + duration.toNanos());
    }

    @Test
    void readsAreRefusedWithTheReason() {
        assertTrue(writer.refusal().orElseThrow().contains("no tenure"));
        extend(LONG);
        assertEquals(Optional.empty(), writer.refusal());
    }

    @Test
    void peoplesWritesAreHeld() {
        assertTrue(writer.peer().absence().orElseThrow().contains("no tenure"));
        extend(LONG);
        assertEquals(Optional.empty(), writer.peer().absence());
    }

    @Test
    void hostsWritesAreNotBegun() throws Exception {
        assertFalse(writer.office().enter());
        extend(LONG);
        writer.hostsWrite((_, _) -> begun = true).handle(null, null);
        assertTrue(begun);
    }

    @Test
    void whatIsStoredIsNotAcknowledged() {
        assertThrows(Outcome.Unknown.class, writer::confirm);
        assertThrows(Outcome.Unknown.class, () -> writer.await(GtidSet.EMPTY));
        extend(LONG);
        writer.confirm();
        writer.await(GtidSet.EMPTY);
    }

    @Test
    void norIsItOnceAnotherIsTheWriter() throws Exception {
        writer.succession().hear(next);
        assertThrows(Outcome.Unknown.class, writer::confirm);
        assertThrows(Outcome.Unknown.class, () -> writer.await(GtidSet.EMPTY));
        assertThrows(Outcome.NotBegun.class, writer::awaitShown);
        assertThrows(Outcome.NotBegun.class, writer::awaitCommitted);
    }

    @Test
    void whatThisHostKnowsIsNoReasonToRefuseAWrite() {
        assertThrows(Outcome.NotBegun.class, writer::awaitShown);
        assertThrows(Outcome.NotBegun.class, writer::awaitCommitted);
        extend(LONG);
        writer.awaitShown();
        writer.awaitCommitted();
    }

    @Test
    void noLeaseIsGranted() throws Exception {
        Report join = new Report("isu2", Report.JOIN, GtidSet.EMPTY, true);
        assertThrows(Outcome.NotBegun.class, () -> writer.office().report(join));
        writer.part(Duration.ZERO);
        assertThrows(Outcome.NotBegun.class, () -> writer.office().report(join));
        extend(LONG);
        long session = writer.office().report(join).session();
        assertEquals(Grant.USUAL, writer.office().report(new Report("isu2", session, GtidSet.EMPTY, true)).grant(),
                "it parts without tenure, so that nobody may serve by its leases");
    }

    @Test
    void whoHearsOfTheNextWriterWithoutTenureIsFenced() throws Exception {
        writer.succession().hear(next);
        assertNull(writer.office());
        assertEquals(next, writer.succession().mandate());
        assertTrue(writer.peer().lease().isFenced());
        assertTrue(writer.refusal().orElseThrow()
                .contains("isu2 became the writer (mandate 4) while this host, which was it, had no tenure"));
    }

    /** A slow machine may come so late that it has no tenure at once, with the same end. */
    @Test
    void soIsWhoseTenureEndsWhileItWaitsForItsLastWrite() throws Exception {
        extend(Duration.ofMillis(300));
        Office office = writer.office();
        assertTrue(office.door().enter());
        CompletableFuture<Void> heard = CompletableFuture.runAsync(() -> hear(next));
        while (office.hasTenure()) {
            Thread.onSpinWait();
        }
        office.leave();
        heard.get(1, TimeUnit.MINUTES);
        assertTrue(writer.peer().lease().isFenced());
    }

    private void hear(Mandate mandate) {
        try {
            writer.succession().hear(mandate);
        } catch (InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    /** Whoever becomes the writer without this host's agreement waits for its tenure, and for no longer lease. */
    @Test
    void whoLetsGoServesNoLongerThanItsTenure() throws Exception {
        extend(LONG);
        long end = writer.office().tenure().until();
        writer.succession().hear(next);
        assertNull(writer.office());
        assertFalse(writer.peer().lease().isFenced());
        assertEquals(end, writer.peer().lease().current().until());
    }
}

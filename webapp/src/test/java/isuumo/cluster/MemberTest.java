package isuumo.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import isuumo.cluster.lease.Reply;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MemberTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final DatabaseServer server = new DatabaseServer("jdbc:mysql://127.0.0.1:1/isuumo", "isuumo", "", 1, 5_000);
    private final Database database = new Database(server, server, false);
    private Member writer;
    private long session;
    private boolean begun;

    @BeforeEach
    void start() {
        writer = new Member(
                new Topology(Topology.hosts("isu1=127.0.0.1:1,isu2=127.0.0.1:2"), "isu1", "isu1", LONG, LONG,
                        "0123456789abcdef0123456789abcdef", Optional.empty(), false),
                database, new Metrics());
        Office office = writer.newOffice(0);
        office.barrier().start(GtidSet.EMPTY, Set.of());
        writer.become(office);
        session = report(Report.JOIN).session();
    }

    private Reply report(long reported) {
        return writer.office().barrier().report(new Report("isu2", reported, GtidSet.EMPTY, true));
    }

    @AfterEach
    void close() {
        writer.close();
        database.close();
    }

    @Test
    void afterTheLastWriteHasEndedLongerLeasesAreGranted() throws Exception {
        writer.write((_, _) -> assertEquals(Grant.USUAL, report(session).grant())).handle(null, null);
        writer.part(Duration.ZERO);
        assertEquals(Grant.PARTING, report(session).grant());
    }

    @Test
    void aWriteThatDoesNotEndKeepsItFromParting() throws Exception {
        writer.write((_, _) -> writer.part(Duration.ofMillis(1))).handle(null, null);
        assertEquals(Grant.USUAL, report(session).grant());
    }

    @Test
    void aWriteThatComesLaterIsNotBegun() {
        writer.part(Duration.ZERO);
        assertThrows(Outcome.NotBegun.class, () -> writer.write((_, _) -> begun = true).handle(null, null));
        assertFalse(begun);
    }
}

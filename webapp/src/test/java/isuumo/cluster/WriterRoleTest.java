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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WriterRoleTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final DatabaseServer server = new DatabaseServer("jdbc:mysql://127.0.0.1:1/isuumo", "isuumo", "", 1, 5_000);
    private final Database database = new Database(server, server, false);
    private WriterRole role;
    private long session;
    private boolean begun;

    @BeforeEach
    void start() throws Exception {
        role = new WriterRole(
                new Topology(Topology.hosts("isu1=127.0.0.1:1,isu2=127.0.0.1:2"), "isu1", "isu1", LONG, LONG,
                        "0123456789abcdef0123456789abcdef"),
                database, new Metrics());
        ((WriterBarrier) role.role().barrier()).start(GtidSet.EMPTY);
        role.start(() -> GtidSet.EMPTY);
        session = report(Report.JOIN).session();
    }

    private Reply report(long reported) {
        return ((WriterBarrier) role.role().barrier()).report(new Report("isu2", reported, GtidSet.EMPTY, true));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void afterTheLastWriteHasEndedLongerLeasesAreGranted() throws Exception {
        role.write((_, _) -> assertEquals(Grant.USUAL, report(session).grant())).handle(null, null);
        role.part(Duration.ZERO);
        assertEquals(Grant.PARTING, report(session).grant());
    }

    @Test
    void aWriteThatDoesNotEndKeepsItFromParting() throws Exception {
        role.write((_, _) -> role.part(Duration.ofMillis(1))).handle(null, null);
        assertEquals(Grant.USUAL, report(session).grant());
    }

    @Test
    void aWriteThatComesLaterIsNotBegun() {
        role.part(Duration.ZERO);
        assertThrows(Outcome.NotBegun.class, () -> role.write((_, _) -> begun = true).handle(null, null));
        assertFalse(begun);
    }
}

package isuumo.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.bench.history.Operation;
import isuumo.testing.Answer;
import isuumo.testing.Http;
import isuumo.testing.Rows;
import isuumo.testing.Upload;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Another host becomes the writer while buyers, uploaders and readers go on: first it is asked for, without a failed request, and
 * then the writer is killed. Nothing is lost, sold twice or stale, and whoever was the writer without knowing better is fenced.
 */
class SuccessionIT {
    private static final Logger LOG = Logger.getLogger(SuccessionIT.class.getName());
    private static final int FIRST_CHAIR = 970_000;
    private static final Duration ROUND = Duration.ofSeconds(1);
    private static final Duration SETTLE = Duration.ofMinutes(1);
    /** Whoever writes gives up some seconds later. A machine may be that slow; then only reads must not fail. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private ThreeHosts three;
    private Customers customers;

    @Test
    void theWriterIsAnotherHostAndNothingIsLostOversoldOrStale() throws Exception {
        try (ThreeHosts hosts = new ThreeHosts(ThreeHosts.CALM_LEASE_MILLIS)) {
            three = hosts;
            three.start();
            customers = new Customers(three);
            whatCannotBeIsRefusedAndChangesNothing();
            List<Operation> history = new ArrayList<>(noRequestFailsWhenTheWriterHandsOver());
            history.addAll(isu3TakesThePlaceOfALostWriter());
            history.addAll(customers.record(ROUND, SETTLE));
            customers.judge(history, 20);
        }
    }

    private Answer tell(int host, String mandate) {
        return three.between(2, host, "POST", "/cluster/mandate").postJson("/cluster/mandate", mandate);
    }

    private Answer appoint(int host, int number, String... without) {
        String fenced = Stream.of(without).map(name -> '"' + name + '"').collect(Collectors.joining(","));
        return three.between(2, host, "POST", "/cluster/office").postJson("/cluster/office",
                "{\"number\":" + number + ",\"without\":[" + fenced + "]}");
    }

    private static String mandate(int number, String writer) {
        return "{\"number\":" + number + ",\"writer\":\"" + writer + "\"}";
    }

    private void whatCannotBeIsRefusedAndChangesNothing() {
        tell(1, "{\"number\":1}").expectError(400);
        String nobody = tell(1, mandate(1, "isu9")).expectError(400).text();
        assertTrue(nobody.contains("isu9 is none of the hosts [isu1, isu2, isu3]"), nobody);
        appoint(1, 1, "isu9").expectError(400);
        String early = appoint(1, 0).expectError(409).text();
        assertTrue(early.contains("is not later than this host's, 0 isu1"), early);
        String readOnly = appoint(1, 1).expectError(503).text();
        assertTrue(readOnly.contains("read-only"), readOnly);
        String already = appoint(0, 1).expectError(409).text();
        assertTrue(already.contains("the writer already"), already);
        for (int host = 0; host < 3; host++) {
            tell(host, mandate(0, "isu1")).expectJson(mandate(0, "isu1"));
            sell(host, FIRST_CHAIR + host);
        }
    }

    /** An upload and its sale, by way of one host, which every host shows. */
    private void sell(int host, int chair) {
        Http here = three.hosts.get(host).http();
        here.post("/api/chair", Upload.chairs(List.of(Rows.chair(chair)))).expectEmpty(201);
        for (HostProcess any : three.hosts) {
            any.http().get("/api/chair/" + chair).expect(200);
        }
        here.buy(chair).expectEmpty(200);
        for (HostProcess any : three.hosts) {
            any.http().get("/api/chair/" + chair).expectError(404);
        }
    }

    private List<Operation> noRequestFailsWhenTheWriterHandsOver() throws Exception {
        AtomicLong took = new AtomicLong();
        List<Operation> history = Customers.withoutFinal(customers.during(ROUND, () -> {
            TimeUnit.MILLISECONDS.sleep(500); // of calm
            long start = System.nanoTime();
            tell(0, mandate(1, "isu2")).expectJson(mandate(1, "isu2"));
            three.databases.handOver(1);
            appoint(1, 1).expectJson(mandate(1, "isu2"));
            sell(0, FIRST_CHAIR + 10);
            took.set(System.nanoTime() - start);
            LOG.info(() -> "isu2 is the writer, and has sold a last piece, after "
                    + TimeUnit.NANOSECONDS.toMillis(took.get()) + " ms");
        }));
        boolean inTime = took.get() < PATIENCE.toNanos();
        List<Operation> failed = history.stream().filter(o -> o.status() >= 500 || o.status() < 200)
                .filter(o -> inTime || Customers.READS.contains(o.kind())).toList();
        assertEquals(List.of(), failed, () -> failed.size() + " of " + history.size() + " requests failed");
        appoint(1, 1).expectJson(mandate(1, "isu2"));
        assertTrue(three.hosts.get(0).operators().get("/metrics").text().contains("\nisuumo_writer 0"));
        assertTrue(three.hosts.get(1).operators().get("/metrics").text().contains("\nisuumo_writer 1"));
        for (int host = 0; host < 3; host++) {
            sell(host, FIRST_CHAIR + 20 + host);
        }
        restarted(0);
        restarted(1);
        return history;
    }

    /** Each knows after a restart what it is. */
    private void restarted(int host) throws Exception {
        three.hosts.get(host).stop();
        three.hosts.get(host).start();
        three.hosts.get(host).awaitServing();
        tell(host, mandate(0, "isu1")).expectJson(mandate(1, "isu2"));
        sell(host, FIRST_CHAIR + 30 + host);
    }

    private List<Operation> isu3TakesThePlaceOfALostWriter() throws Exception {
        HostProcess lost = three.hosts.get(1);
        List<Operation> history = Customers.withoutFinal(customers.during(ROUND, () -> {
            TimeUnit.MILLISECONDS.sleep(500); // of calm
            lost.kill();
            String alive = appoint(2, 2).expectError(503).text();
            assertTrue(alive.contains("read-only"), alive);
            three.databases.handOver(2);
            String notFenced = appoint(2, 2).expectError(503).text();
            assertTrue(notFenced.contains("the writer isu2 has not let go"), notFenced);
            appoint(2, 2, "isu2").expectJson(mandate(2, "isu3"));
            three.hosts.get(0).awaitServing().http()
                    .post("/api/chair", Upload.chairs(List.of(Rows.chair(FIRST_CHAIR + 40))))
                    .expectEmpty(201);
            three.hosts.get(2).awaitServing().http().buy(FIRST_CHAIR + 40).expectEmpty(200);
        }));
        lost.start();
        String why = refusal(lost);
        assertTrue(why.contains("isu3 became the writer (mandate 2) while this host, which was it, was away"), why);
        lost.http().get("/api/chair/1").expectError(503);
        lost.http().buy(FIRST_CHAIR + 40).expectError(404);
        assertFalse(lost.serves());
        lost.stop();
        Files.writeString(ThreeHosts.mandateFile(1), "2 isu3\n"); // its database is a replica by now
        lost.start();
        lost.awaitServing();
        sell(1, FIRST_CHAIR + 50);
        return history;
    }

    private static String refusal(HostProcess host) throws InterruptedException {
        String said = "";
        for (int i = 0; i < 6000 && !said.contains("became the writer"); i++) {
            TimeUnit.MILLISECONDS.sleep(20);
            said = host.answers() ? host.operators().get("/healthz").text() : "";
        }
        return said;
    }
}

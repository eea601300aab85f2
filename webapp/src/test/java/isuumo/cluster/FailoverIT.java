package isuumo.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.bench.history.Operation;
import isuumo.testing.Answer;
import isuumo.testing.Rows;
import isuumo.testing.Upload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The writer's agent falls silent while buyers, uploaders and readers go on: the writer stops answering by its own clock, and
 * another takes its place while it still runs, its database as well. Nothing is lost, sold twice or stale.
 */
class FailoverIT {
    static final String TENURE = "isuumo_cluster_tenure_seconds";
    private static final int FIRST_CHAIR = 990_000;
    private static final Duration ROUND = Duration.ofSeconds(1);

    private ThreeHosts three;
    private HostProcess isu1;
    private HostProcess isu2;
    private HostProcess isu3;
    private Agent successor;

    @AfterEach
    void silence() {
        if (successor != null) {
            successor.close();
        }
    }

    @Test
    void whoseTenureEndsAnswersNothingAndAnotherTakesItsPlace() throws Exception {
        try (ThreeHosts hosts = new ThreeHosts(ThreeHosts.CALM_LEASE_MILLIS, true)) {
            three = hosts;
            isu1 = three.hosts.get(0);
            isu2 = three.hosts.get(1);
            isu3 = three.hosts.get(2);
            three.startAll();
            try (Agent agent = theWriterStartsWithoutTenure()) {
                Customers customers = new Customers(three);
                List<Operation> history = new ArrayList<>(Customers
                        .withoutFinal(customers.during(ROUND, () -> isu2TakesThePlaceOfASilentWriter(agent))));
                isu2.awaitServing();
                isu3.awaitServing();
                history.addAll(customers.record(ROUND, Duration.ZERO));
                history.removeIf(o -> o.kind() == Operation.Kind.FINAL && o.target().equals("isu1"));
                customers.judge(history, 20);
            }
        }
    }

    /** What reaches it is held, or refused, until it hears that it is the writer. */
    private Agent theWriterStartsWithoutTenure() throws Exception {
        awaitHealth(isu1, "no tenure");
        assertEquals("{\"number\":0,\"writer\":\"isu1\",\"office\":true,",
                Agent.tell(three, 0, 0, 0, 5_000).expect(200).text().replaceAll("\"clock.*", ""));
        isu1.http().get("/api/chair/1").expectError(503);
        Answer report = three.between(2, 0, "POST", ReportRoute.PATH).postJson(ReportRoute.PATH,
                "{\"host\":\"isu3\",\"session\":0,\"position\":\"\"}").expectError(503);
        assertTrue(report.text().contains("no tenure"), report::text);
        assertFalse(isu2.serves());
        List<CompletableFuture<Answer>> held = new ArrayList<>();
        for (HostProcess host : List.of(isu1, isu2)) {
            Upload chair = Upload.chairs(List.of(Rows.chair(FIRST_CHAIR + held.size())));
            held.add(CompletableFuture.supplyAsync(() -> untilBegun(() -> host.http().post("/api/chair", chair))));
        }
        TimeUnit.MILLISECONDS.sleep(200);
        assertFalse(held.stream().anyMatch(CompletableFuture::isDone));
        Agent agent = new Agent(three, 0, 0);
        for (CompletableFuture<Answer> answer : held) {
            answer.get(2, TimeUnit.MINUTES).expectEmpty(201);
        }
        for (HostProcess host : three.hosts) {
            host.awaitServing();
        }
        assertTrue(tenureSeconds(isu1) > 0);
        return agent;
    }

    /** A slow machine holds some of them for too short. */
    private static Answer untilBegun(Supplier<Answer> write) {
        Answer answer;
        do {
            answer = write.get();
        } while (answer.status() == 503 && answer.text().contains("Nothing was done"));
        return answer;
    }

    private static void awaitHealth(HostProcess host, String said) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(4); // a start on a busy machine
        String text = "";
        while (!text.contains(said) && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
            text = host.answers() ? host.operators().get("/healthz").text() : "";
        }
        assertTrue(text.contains(said), text);
    }

    private static double tenureSeconds(HostProcess host) {
        return host.operators().get("/metrics").text().lines().filter(line -> line.startsWith(TENURE + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(TENURE.length()))).findFirst().orElse(-1);
    }

    private void isu2TakesThePlaceOfASilentWriter(Agent agent) throws Exception {
        TimeUnit.SECONDS.sleep(1); // of calm
        agent.fallSilent();
        awaitHealth(isu1, "no tenure");
        assertEquals(0, tenureSeconds(isu1));
        assertTrue(Agent.tell(three, 0, 0, 0, 0).expect(200).json().get("office").booleanValue());
        isu1AnswersNothing();
        CompletableFuture<Answer> held = CompletableFuture
                .supplyAsync(() -> untilBegun(() -> isu1.http().buy(FIRST_CHAIR + 1)));
        three.databases.failOver(1);
        assertFalse(held.isDone());
        appoint();
        successor = new Agent(three, 1, 1);
        isu2IsTheWriter();
        isu1AnswersNothing();
        isu1HearsOfIt();
        held.get(2, TimeUnit.MINUTES).expectEmpty(200);
        TimeUnit.SECONDS.sleep(1); // of calm
    }

    /** Its database takes writes, and it takes itself for the writer until it is told, perhaps by isu3, which asks around. */
    private void isu1AnswersNothing() {
        isu1.http().get("/api/chair/" + FIRST_CHAIR).expectError(503);
        isu1.http().get("/api/chair/low_priced").expectError(503);
        three.between(2, 0, "GET", "/api/chair/1").get("/api/chair/1").expectError(503);
        String buy = "/api/chair/buy/" + FIRST_CHAIR;
        String said = three.between(2, 0, "POST", buy).buy(FIRST_CHAIR).expectError(503).text();
        assertTrue(said.contains("Nothing was done"), said);
    }

    private void appoint() {
        three.between(1, 1, "POST", MandateRoutes.APPOINT)
                .postJson(MandateRoutes.APPOINT, "{\"number\":1,\"without\":[\"isu1\"]}")
                .expectJson("{\"number\":1,\"writer\":\"isu2\"}");
    }

    private void isu2IsTheWriter() throws Exception {
        isu2.awaitServing();
        isu3.awaitServing();
        untilBegun(() -> isu3.http().buy(FIRST_CHAIR)).expectEmpty(200);
        for (HostProcess host : List.of(isu2, isu3)) {
            host.http().get("/api/chair/" + FIRST_CHAIR).expectError(404);
        }
    }

    private void isu1HearsOfIt() throws Exception {
        String mandate = "{\"number\":1,\"writer\":\"isu2\"}";
        three.between(0, 0, "POST", MandateRoutes.TELL).postJson(MandateRoutes.TELL, mandate).expectJson(mandate);
        awaitHealth(isu1, "isu2 became the writer (mandate 1) while this host, which was it, had no tenure");
        assertFalse(Agent.tell(three, 0, 1, 0, 0).expect(200).json().get("office").booleanValue());
        assertEquals(-1, tenureSeconds(isu1));
        isu1.http().get("/api/chair/" + FIRST_CHAIR).expectError(503);
    }
}

package isuumo.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.testing.Answer;
import isuumo.testing.Exposition;
import isuumo.testing.Http;
import isuumo.testing.Rows;
import isuumo.testing.Upload;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the hosts say to each other: writes that reach a peer, reports, and what a peer without a lease answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForwardingIT {
    private static final int FIRST_ID = 900_000;

    private ThreeHosts three;

    @BeforeAll
    void start() throws Exception {
        three = new ThreeHosts(ThreeHosts.CALM_LEASE_MILLIS);
        three.start();
    }

    @AfterAll
    void stop() throws Exception {
        three.close();
    }

    @Test
    void aWriteAtAnyHostShowsAtEveryHost() {
        for (int host = 0; host < 3; host++) {
            int id = FIRST_ID + host;
            Http here = three.hosts.get(host).http();
            here.post("/api/chair", Upload.chairs(List.of(Rows.chair(id)))).expectEmpty(201);
            everyHost(http -> http.get("/api/chair/" + id).expect(200));
            here.post("/api/chair", Upload.chairs(List.of(Rows.chair(id)))).expectError(409);
            here.buy(id).expectEmpty(200);
            everyHost(http -> http.get("/api/chair/" + id).expectError(404));
            here.buy(id).expectError(404);
            here.postJson("/api/chair/buy/" + id, "{}").expectError(400);
        }
        three.hosts.getLast().http().post("/initialize").expectJson("{\"language\":\"java\"}");
        everyHost(http -> http.get("/api/chair/low_priced").expect(200));
        assertFalse(three.hosts.get(1).http().get("/api/chair/low_priced").ids("chairs").contains(FIRST_ID));
    }

    private interface Look {
        void at(Http http);
    }

    private void everyHost(Look look) {
        three.hosts.forEach(host -> look.at(host.http()));
    }

    @Test
    void everyHostTellsItsNumbers() {
        everyHost(http -> {
            http.get("/api/estate/low_priced").expect(200);
        });
        for (HostProcess host : three.hosts) {
            String metrics = host.operators().get("/metrics").expect(200).text();
            for (String name : List.of("isuumo_ready 1", "isuumo_feed_position{source=\"0\"} ",
                    "isuumo_feed_silent_seconds ", "isuumo_catalog_items{catalog=\"chair\"} 2",
                    "isuumo_catalog_snapshots_total{catalog=\"estate\"} ",
                    "isuumo_work_refused_total{work=\"reads\"} 0",
                    "isuumo_pool_idle{pool=\"replica\"} ", "jvm_gc_collection_seconds_count{",
                    "isuumo_request_seconds_count{route=\"/api/estate/low_priced\",status=\"2xx\"} ")) {
                assertTrue(metrics.contains("\n" + name), () -> name + " is not in\n" + metrics);
            }
        }
        String writer = three.writer().operators().get("/metrics").text();
        assertTrue(writer.contains("\nisuumo_barrier_wait_seconds_bucket{") && writer.contains(
                "\nisuumo_cluster_host_gone{host=\"isu2\"} 0") && writer.contains("\nisuumo_writer 1"), writer);
        String peer = three.hosts.get(1).operators().get("/metrics").text();
        assertTrue(peer.contains("\nisuumo_cluster_lease_seconds ") && peer.contains("\nisuumo_writer 0"), peer);
    }

    /** The alerts' rules and the dashboard are checked against that list. */
    @Test
    void theNumbersAreThoseOfTheList() throws Exception {
        Set<String> listed = new TreeSet<>(Exposition.listed());
        Set<String> told = new TreeSet<>();
        three.hosts.forEach(host -> told.addAll(Exposition.of(host.operators()).names()));
        told.removeIf(name -> !name.startsWith("isuumo_") && !listed.contains(name));
        told.add(FailoverIT.TENURE); // of hosts that fail over, which these do not
        assertEquals(listed, told);
    }

    /** Whatever is asked, written and refused: labels take the values that they took before. */
    @Test
    void noLabelGrowsWithTheRequests() {
        List<Set<String>> before = labels();
        for (int id = FIRST_ID + 300; id < FIRST_ID + 320; id++) {
            Http here = three.hosts.get(id % 3).http();
            here.post("/api/chair", Upload.chairs(List.of(Rows.chair(id)))).expectEmpty(201);
            here.get("/api/chair/" + id).expect(200);
            here.get("/api/estate/" + id).expectError(404);
            here.get("/nothing/" + id).expectError(404);
            here.buy(id).expectEmpty(200);
            here.buy(id).expectError(404);
        }
        assertEquals(before, labels());
    }

    private List<Set<String>> labels() {
        return three.hosts.stream().map(host -> Exposition.of(host.operators()).labels()).toList();
    }

    /** Somebody may have seen it at another host: no host denies that it exists. */
    @Test
    void aRowThatOnlyTheWriterShowsYetIsFoundAtEveryHost() throws Exception {
        int id = FIRST_ID + 200;
        Upload chair = Upload.chairs(List.of(Rows.chair(id)));
        String detail = "/api/chair/" + id;
        assertEquals(id,
                whileIsu2Lags("/api/chair", chair, detail, peer -> peer.get(detail)).json().get("id").intValue());
        Upload other = Upload.chairs(List.of(Rows.chair(id + 1)));
        whileIsu2Lags("/api/chair", other, "/api/chair/" + (id + 1),
                peer -> peer.get("/api/recommended_estate/" + (id + 1)))
                .expect(200);
        Upload estate = Upload.estates(List.of(Rows.estate(id)));
        whileIsu2Lags("/api/estate", estate, "/api/estate/" + id,
                peer -> peer.postJson("/api/estate/req_doc/" + id, "{\"email\":\"a@example.com\"}")).expectEmpty(200);
        Http peer = three.hosts.get(1).http();
        peer.get("/api/chair/" + (id + 2)).expectError(404);
        peer.get("/api/recommended_estate/" + (id + 2)).expectError(400);
    }

    /** What isu2 answers when the writer shows a row that isu2's own database has not applied. */
    private Answer whileIsu2Lags(String path, Upload upload, String row, Function<Http, Answer> question)
            throws Exception {
        HostProcess peer = three.hosts.get(1).awaitServing();
        three.databases.stopApplying(1);
        try {
            var uploaded = CompletableFuture.supplyAsync(() -> three.writer().http().post(path, upload));
            while (three.writer().http().get(row).status() != 200) {
                TimeUnit.MILLISECONDS.sleep(1);
            }
            Answer answer = question.apply(peer.http());
            Answer list = peer.http().get("/api/chair/low_priced");
            assertFalse(uploaded.isDone() && list.status() == 200, "isu2 does not lag");
            return answer;
        } finally {
            three.databases.startApplying(1);
        }
    }

    /** What isu3 says to a host. */
    private Http isu3To(int host, String method, String path) {
        return three.between(2, host, method, path);
    }

    @Test
    void aForwardedWriteIsNotForwardedAgain() {
        for (String path : List.of("/initialize", "/api/chair", "/api/estate", "/api/chair/buy/1")) {
            String said = isu3To(1, "POST", path).post(path).expectError(503).text();
            assertTrue(said.contains("host isu3 takes isu2 for the writer") && said.contains("here that is isu1"),
                    said);
        }
    }

    @Test
    void onlyTheWriterTakesReportsAndOnlyOfItsPeers() {
        String path = "/cluster/report";
        String position = "\"position\":\"0-1-1\"}";
        isu3To(0, "POST", path).postJson(path, "{\"host\":\"isu9\",\"session\":0," + position).expectError(400);
        isu3To(0, "POST", path).postJson(path, "{\"host\":\"isu2\",\"session\":\"x\"," + position).expectError(400);
        isu3To(0, "POST", path).postJson(path, "{\"host\":\"isu2\",\"session\":0,\"position\":\"?\"}").expectError(400);
        Answer stale = isu3To(0, "POST", path).postJson(path, "{\"host\":\"isu2\",\"session\":1," + position)
                .expect(200);
        assertFalse(stale.json().get("granted").booleanValue());
        assertEquals(0, stale.json().get("session").longValue());
        isu3To(1, "POST", path).postJson(path, "{}").expectError(400);
        assertEquals("{\"number\":0,\"writer\":\"isu1\"}", isu3To(1, "POST", path)
                .postJson(path, "{\"host\":\"isu3\",\"session\":0," + position).expect(421).text());
    }

    @Test
    void theWriterNeedsNoTenure() {
        String path = "/cluster/tenure";
        String said = isu3To(0, "POST", path).postJson(path, "{\"number\":0,\"after\":0,\"millis\":0}").expectError(409)
                .text();
        assertTrue(said.contains("ISUUMO_FAILOVER is false"), said);
    }

    /** Without a proof, with another secret, or with a proof of another question: refused, whatever is asked. */
    @Test
    void theHostsPortIsForHostsAlone() {
        Http bare = new Http(three.hostsPort(0));
        for (String path : List.of("/api/chair/1", "/api/chair/low_priced", "/nothing", "/metrics")) {
            bare.get(path).expectError(403);
        }
        for (String path : List.of("/cluster/report", "/cluster/mandate", "/cluster/office", "/cluster/tenure",
                "/initialize",
                "/api/chair", "/api/chair/buy/1")) {
            bare.postJson(path, "{}").expectError(403);
            for (String proof : List.of("", "isu2", "isu2 0 0", "a b c d",
                    new HostProof("another secret, as long as the right one").ask("isu2", "POST", path).toString(),
                    new HostProof(ThreeHosts.SECRET).ask("isu2", "GET", path).toString(),
                    new HostProof(ThreeHosts.SECRET).ask("isu2", "POST", "/api/chair/1").toString())) {
                bare.with(HostProof.HEADER, proof).postJson(path, "{}").expectError(403);
            }
        }
        isu3To(0, "GET", "/api/chair/1").get("/api/chair/1").expect(200);
        isu3To(0, "GET", "/metrics").get("/metrics").expectError(404);
        isu3To(0, "GET", "/chair/1").get("/chair/1").expectError(404);
    }

    /** A proof opens the hosts' port alone. */
    @Test
    void peoplesAndOperatorsPortsTakeNoProof() {
        var question = new HostProof(ThreeHosts.SECRET).ask("isu2", "POST", "/cluster/report").toString();
        everyHost(http -> http.with(HostProof.HEADER, question).postJson("/cluster/report", "{}").expectError(404));
        three.hosts.forEach(host -> host.operators().with(HostProof.HEADER, question).postJson("/cluster/report", "{}")
                .expectError(404));
    }

    /** Started again while a write is held: that is answered as if nothing had been. */
    @Test
    void postsAreHeldWhileAKilledWriterRestartsAndReadsStopWithTheReason() throws Exception {
        HostProcess peer = three.hosts.get(1);
        int id = FIRST_ID + 100;
        three.writer().kill();
        while (peer.serves()) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        String reason = peer.http().get("/api/chair/1").expectError(503).text();
        assertTrue(reason.contains("no lease"), reason);
        CompletableFuture<Answer> held = CompletableFuture.supplyAsync(() -> {
            Answer answer;
            do { // a machine on which a start takes longer than a write is held
                answer = peer.http().post("/api/chair", Upload.chairs(List.of(Rows.chair(id))));
            } while (answer.status() == 503 && answer.text().contains("Nothing was done"));
            return answer;
        });
        CompletableFuture<Boolean> documents = CompletableFuture.supplyAsync(() -> {
            long start = System.nanoTime();
            Answer answer = peer.http().postJson("/api/estate/req_doc/1", "{\"email\":\"a@example.com\"}");
            return answer.status() == 200 || System.nanoTime() - start >= Forwarder.HOLD.toNanos();
        });
        three.writer().start();
        assertTrue(documents.get(2, TimeUnit.MINUTES), "refused at once");
        held.get(2, TimeUnit.MINUTES).expectEmpty(201);
        for (HostProcess host : three.hosts) {
            host.awaitServing().http().get("/api/chair/" + id).expect(200);
        }
    }
}

package isuumo.cluster;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.bench.history.Operation;
import isuumo.testing.Answer;
import isuumo.testing.Rows;
import isuumo.testing.Upload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Buyers, uploaders and readers on three hosts while hosts are frozen, cut off from the log, and killed: nothing that was
 * acknowledged is lost, nothing is sold twice, and no read begun after an acknowledgement contradicts it.
 */
class FaultsIT {
    private static final Logger LOG = Logger.getLogger(FaultsIT.class.getName());
    private static final Duration LOAD = Duration.ofSeconds(5);
    private static final Duration CALM = Duration.ofSeconds(1);
    private static final Duration SETTLE = Duration.ofMinutes(1);
    private static final int LEASE_MILLIS = 1_000;
    private static final int LONGEST_SALE_MILLIS = 7_500;
    private static final int FROZEN_CHAIR = 950_000;
    private static final int RESTARTED_CHAIR = 950_001;

    /** Something breaks; it is whole again, and serves, when this returns. */
    private interface Fault {
        void strike(ThreeHosts three) throws Exception;
    }

    private static final Map<String, Fault> FAULTS = new LinkedHashMap<>();

    static {
        FAULTS.put("a peer is frozen for two leases", three -> frozen(three.hosts.get(1)));
        FAULTS.put("a replica lags by two leases", three -> {
            three.databases.stopApplying(2);
            underLoad(2 * LEASE_MILLIS);
            three.databases.startApplying(2);
        });
        FAULTS.put("a peer is killed and started again", three -> killed(three.hosts.get(1)));
        FAULTS.put("the writer is killed and started again", three -> killed(three.writer()));
        FAULTS.put("the writer is frozen for two leases", three -> frozen(three.writer()));
        FAULTS.put("a peer with a parting lease is frozen until the writer is back", FaultsIT::frozenWhenParted);
    }

    private static void frozen(HostProcess host) throws Exception {
        host.freeze();
        underLoad(2 * LEASE_MILLIS);
        host.thaw();
    }

    private static void killed(HostProcess host) throws Exception {
        host.kill();
        host.start();
    }

    /** It may serve as soon as it wakes, so that a restarted writer's sale waits for it. */
    private static void frozenWhenParted(ThreeHosts three) throws Exception {
        HostProcess peer = three.hosts.get(1);
        three.writer().http().post("/api/chair", Upload.chairs(List.of(Rows.chair(FROZEN_CHAIR)))).expectEmpty(201);
        three.writer().stop();
        peer.freeze();
        three.writer().start();
        three.writer().awaitServing();
        CompletableFuture<Answer> sale = CompletableFuture
                .supplyAsync(() -> three.writer().http().buy(FROZEN_CHAIR));
        underLoad(2 * LEASE_MILLIS);
        boolean early = sale.isDone();
        peer.thaw();
        assertFalse(early, "a sale was answered while a host might have shown the chair");
        sale.get(1, TimeUnit.MINUTES).expectEmpty(200);
        peer.awaitServing().http().get("/api/chair/" + FROZEN_CHAIR).expectError(404);
    }

    /** How long the fault lasts while clients go on; nothing is waited for. */
    private static void underLoad(int millis) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(millis);
    }

    @Test
    void nothingIsLostOversoldOrStale() throws Exception {
        try (ThreeHosts three = new ThreeHosts(LEASE_MILLIS)) {
            three.start();
            Customers customers = new Customers(three);
            List<Operation> history = new ArrayList<>();
            for (Map.Entry<String, Fault> fault : FAULTS.entrySet()) {
                LOG.info(fault.getKey());
                CompletableFuture<List<Operation>> clients = CompletableFuture
                        .supplyAsync(() -> customers.record(LOAD, Duration.ZERO));
                fault.getValue().strike(three);
                history.addAll(Customers.withoutFinal(clients.get(2, TimeUnit.MINUTES)));
                for (HostProcess host : three.hosts) {
                    host.awaitServing();
                }
            }
            history.addAll(restarted(three, customers));
            history.addAll(customers.record(CALM, SETTLE));
            customers.judge(history, 100);
        }
    }

    /** For longer than a lease: who reads at a peer does not notice, and the next sale waits for no lease to run out. */
    private static List<Operation> restarted(ThreeHosts three, Customers customers) throws Exception {
        HostProcess writer = three.writer();
        writer.http().post("/api/chair", Upload.chairs(List.of(Rows.chair(RESTARTED_CHAIR)))).expectEmpty(201);
        AtomicLong over = new AtomicLong();
        List<Operation> history = customers.during(LOAD, () -> {
            long start = System.nanoTime();
            writer.stop();
            long stopped = System.nanoTime();
            underLoad(2 * LEASE_MILLIS);
            writer.start();
            writer.awaitServing();
            long serving = System.nanoTime();
            writer.http().buy(RESTARTED_CHAIR).expectEmpty(200);
            long sold = System.nanoTime();
            over.set(sold);
            LOG.info(() -> "the writer stopped in " + millis(start, stopped) + " ms, was away for "
                    + millis(stopped, serving) + " ms, and sold a last piece in " + millis(serving, sold) + " ms");
            assertTrue(millis(start, stopped) < 10_000, "systemd would have killed it");
            assertTrue(millis(serving, sold) < LONGEST_SALE_MILLIS, "a sale waited for a parting lease");
        });
        List<Operation> reads = history.stream().filter(o -> Customers.READS.contains(o.kind()))
                .filter(o -> !o.target().equals("isu1") && o.startNanos() <= over.get()).toList(); // then leases are short again
        assertTrue(reads.size() > 100, () -> reads.size() + " reads are too few to tell");
        List<Operation> failed = reads.stream().filter(o -> o.status() != 200 && o.status() != 404).toList();
        assertTrue(failed.isEmpty(), () -> failed.size() + " of " + reads.size() + " reads failed; first "
                + failed.getFirst());
        return Customers.withoutFinal(history);
    }

    private static long millis(long start, long end) {
        return TimeUnit.NANOSECONDS.toMillis(end - start);
    }
}

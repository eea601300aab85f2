package isuumo.bench.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import isuumo.bench.Variation;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class MetricsTest {
    /** At 4, what took 200 ms on the clock would take 50 in the rules' time, and second 8 is second 2. */
    @Test
    void timesAreTheRulesTime() {
        Metrics metrics = new Metrics(60, new Variation(4, 1));
        metrics.start();
        long sent = System.nanoTime() + TimeUnit.SECONDS.toNanos(8);
        metrics.record(Endpoint.CHAIR_SEARCH, "GET /x", 200, sent, sent + TimeUnit.MILLISECONDS.toNanos(200));
        assertEquals(50_000, metrics.latency(Endpoint.CHAIR_SEARCH).getMaxValue(), 50);
        assertEquals(50, metrics.slowest().getFirst().millis(), 0.001);
        assertEquals(2.05, metrics.slowest().getFirst().atSecond(), 0.2);
        assertEquals(1, metrics.requestsInSecond(2));
    }
}

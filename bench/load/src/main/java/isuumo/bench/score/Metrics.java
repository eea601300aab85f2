package isuumo.bench.score;

import isuumo.bench.Variation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Latency and count of every request of the load phase, per endpoint and per second. Microseconds of the rules' time,
 * three significant digits, up to a minute. Thread-safe.
 */
public final class Metrics {
    private static final long MAX_MICROS = TimeUnit.MINUTES.toMicros(1);
    private static final int DIGITS = 3;
    private static final int SLOWEST = 20;
    private static final int MAX_SECONDS = 24 * 3600;

    /** One slow request. */
    public record Slow(String request, int status, double millis, double atSecond) {}

    private final Histogram[] latency = new Histogram[Endpoint.values().length];
    private final AtomicLongArray unanswered = new AtomicLongArray(latency.length);
    private final AtomicLongArray wrong = new AtomicLongArray(latency.length);
    private final AtomicLongArray perSecond;
    private final Variation variation;
    private final PriorityQueue<Slow> slowest = new PriorityQueue<>(Comparator.comparingDouble(Slow::millis));
    private volatile double slowestFloorMillis = -1;
    private volatile long startNanos = System.nanoTime();
    private volatile boolean counting;
    private volatile boolean stopped;

    /** @param seconds of load, in the rules' time */
    public Metrics(long seconds, Variation variation) {
        this.variation = variation;
        Arrays.setAll(latency, _ -> new ConcurrentHistogram(MAX_MICROS, DIGITS));
        perSecond = new AtomicLongArray((int) Math.min(MAX_SECONDS, seconds + 2));
    }

    /** Counting starts now; what came before (initialize, verify) is not part of the load. */
    public void start() {
        startNanos = System.nanoTime();
        counting = true;
    }

    public void stop() {
        counting = false;
        stopped = true;
    }

    /** Whether the load is over, so that no request should begin any more. */
    public boolean stopped() {
        return stopped;
    }

    /**
     * One request is over.
     *
     * @param fromNanos when it left, or, in the open loop, should have left
     * @param status    HTTP status, 0 if there was no answer
     */
    public void record(Endpoint endpoint, String path, int status, long fromNanos, long toNanos) {
        if (!counting) {
            return;
        }
        long nanos = variation.ruleNanos(Math.max(0, toNanos - fromNanos));
        long at = variation.ruleNanos(toNanos - startNanos);
        latency[endpoint.ordinal()].recordValue(Math.min(MAX_MICROS, nanos / 1000));
        if (status == 0) {
            unanswered.incrementAndGet(endpoint.ordinal());
        }
        int second = (int) TimeUnit.NANOSECONDS.toSeconds(at);
        perSecond.incrementAndGet(Math.clamp(second, 0, perSecond.length() - 1));
        double millis = nanos / 1e6;
        if (millis > slowestFloorMillis) {
            addSlow(new Slow(path, status, millis, at / 1e9));
        }
    }

    /** An answer of this endpoint was judged wrong. */
    public void wrong(Endpoint endpoint) {
        if (counting) {
            wrong.incrementAndGet(endpoint.ordinal());
        }
    }

    private void addSlow(Slow slow) {
        synchronized (slowest) {
            slowest.add(slow);
            if (slowest.size() > SLOWEST) {
                slowest.remove();
                slowestFloorMillis = slowest.peek().millis();
            }
        }
    }

    public Histogram latency(Endpoint endpoint) {
        return latency[endpoint.ordinal()];
    }

    public long unanswered(Endpoint endpoint) {
        return unanswered.get(endpoint.ordinal());
    }

    public long wrongs(Endpoint endpoint) {
        return wrong.get(endpoint.ordinal());
    }

    /** Requests that ended in this second of the load phase, in the rules' time. */
    public long requestsInSecond(int second) {
        return second < perSecond.length() ? perSecond.get(second) : 0;
    }

    public long requests() {
        return Arrays.stream(latency).mapToLong(Histogram::getTotalCount).sum();
    }

    /** Slowest first. */
    public List<Slow> slowest() {
        synchronized (slowest) {
            List<Slow> list = new ArrayList<>(slowest);
            list.sort(Comparator.comparingDouble(Slow::millis).reversed());
            return list;
        }
    }
}

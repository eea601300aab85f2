package isuumo.bench.overload;

import isuumo.bench.Variation;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Finds what a server can do, then asks for that, and for more. All times are the rules'. Not thread-safe. */
public final class Overload implements AutoCloseable {
    /** Enough to keep three hosts busy, and so few that nobody waits long. */
    private static final int BUSY = 48;
    private static final Duration SLICE = Duration.ofMillis(250);
    private static final Duration GIVE_UP = Duration.ofSeconds(20);
    private static final double QUIET = 0.2;
    private static final double NORMAL_MILLIS = 100;

    private final Crowd crowd;
    private final Variation variation;

    /**
     * A row of the table; each is a second's worth, but for what says otherwise.
     *
     * @param offered what should have been sent
     * @param normalAfterMillis until a quarter of a second in which a fifth of the capacity was asked for had nothing but
     *            good answers, 99 % of them within 100 ms; negative: not in 20 s
     * @param example of what was wrong, or empty
     */
    public record Row(String name, double offered, double good, double late, double refused, double lost, double unsent,
            double wrong, double goodPurchases, double refusedPurchases, double p50Millis, double p99Millis,
            double normalAfterMillis, String example) {
        private Row normalAfter(double millis) {
            return new Row(name, offered, good, late, refused, lost, unsent, wrong, goodPurchases, refusedPurchases,
                    p50Millis, p99Millis, millis, example);
        }
    }

    public Overload(List<URI> targets, Mix mix, Variation variation, int connections, long seed) {
        crowd = new Crowd(targets, mix, variation, connections, seed);
        this.variation = variation;
    }

    /** As much as it answers in time to a few who ask again and again. */
    public Row capacity(Duration duration) {
        return row("capacity", 0, duration, crowd.closed(BUSY, duration));
    }

    /** At a rate, whatever is answered. */
    public Row at(String name, double perSecond, double capacity, Duration duration) {
        return row(name, perSecond, duration, crowd.open(perSecond, duration)).normalAfter(normalAfter(capacity));
    }

    private static Row row(String name, double offered, Duration duration, Step step) {
        double seconds = duration.toMillis() / 1e3;
        return new Row(name, offered, step.good.sum() / seconds, step.late.sum() / seconds,
                step.refused.sum() / seconds, step.lost.sum() / seconds, step.unsent.sum() / seconds,
                step.wrong.sum() / seconds, step.goodPurchases.sum() / seconds, step.refusedPurchases.sum() / seconds,
                step.millisAt(50), step.millisAt(99), 0, step.example());
    }

    private double normalAfter(double capacity) {
        long start = System.nanoTime();
        while (variation.ruleNanos(System.nanoTime() - start) < GIVE_UP.toNanos()) {
            double soFar = variation.ruleNanos(System.nanoTime() - start) / 1e6;
            Row row = row("", 0, SLICE, crowd.open(capacity * QUIET, SLICE));
            boolean onlyGood = row.late() + row.refused() + row.lost() + row.unsent() + row.wrong() == 0;
            if (onlyGood && row.p99Millis() < NORMAL_MILLIS) {
                return soFar;
            }
        }
        return -1;
    }

    @Override
    public void close() {
        crowd.close();
    }
}

package isuumo.bench.overload;

import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * What became of the requests of a while. A request's time counts from when it should have left. Thread-safe.
 *
 * <ul>
 * <li><i>good</i>: answered 200, or 404 to the buyer of a chair that is sold out, within a second
 * <li><i>late</i>: answered so, after that
 * <li><i>refused</i>: answered 503, or the server's side ended the connection without an answer
 * <li><i>lost</i>: no answer in the two seconds that a client has
 * <li><i>unsent</i>: every connection was waiting for an answer
 * <li><i>wrong</i>: anything else
 * </ul>
 */
final class Step {
    static final long GOOD_MILLIS = 1_000;
    private static final long MAX_MICROS = 60_000_000;
    private static final int DIGITS = 3;

    final LongAdder good = new LongAdder();
    final LongAdder goodPurchases = new LongAdder();
    final LongAdder late = new LongAdder();
    final LongAdder refused = new LongAdder();
    final LongAdder refusedPurchases = new LongAdder();
    final LongAdder lost = new LongAdder();
    final LongAdder unsent = new LongAdder();
    final LongAdder wrong = new LongAdder();
    private final Histogram micros = new ConcurrentHistogram(MAX_MICROS, DIGITS);
    private volatile String example = "";

    void answered(boolean purchase, long ruleNanos) {
        micros.recordValue(Math.min(MAX_MICROS, ruleNanos / 1_000));
        if (ruleNanos > GOOD_MILLIS * 1_000_000) {
            late.increment();
            return;
        }
        good.increment();
        if (purchase) {
            goodPurchases.increment();
        }
    }

    void refused(boolean purchase) {
        refused.increment();
        if (purchase) {
            refusedPurchases.increment();
        }
    }

    void wrong(String what) {
        wrong.increment();
        example = what;
    }

    /** One of those that were wrong, or empty. */
    String example() {
        return example;
    }

    /** Of all that were answered, late ones too. */
    double millisAt(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1e3;
    }
}

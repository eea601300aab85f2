package isuumo.bench.truth;

import isuumo.bench.data.Chair;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A chair as the benchmark knows it: the benchmark is the only buyer, so its own count says what must and what cannot
 * be in stock. Thread-safe.
 */
public final class ChairEntry extends Entry<Chair> {
    /** Purchases that succeeded, are under way, or whose outcome is unknown: each may have taken a piece. */
    private final AtomicInteger mayBeTaken = new AtomicInteger();
    private final AtomicInteger sold = new AtomicInteger();
    private volatile long soldOutNanos = Long.MAX_VALUE;

    ChairEntry(Chair chair, boolean draft) {
        super(chair, draft);
        if (chair.stock() <= 0) {
            soldOutNanos = Long.MIN_VALUE;
        }
    }

    /** A purchase is about to leave. */
    public void purchaseBegins() {
        mayBeTaken.incrementAndGet();
    }

    /** A purchase was confirmed. False if there was no piece left: the server sold one twice. */
    public boolean purchased(long nowNanos) {
        int pieces = sold.incrementAndGet();
        if (pieces == item().stock()) {
            soldOutNanos = nowNanos;
        }
        return pieces <= item().stock();
    }

    /** A purchase was refused, so it took no piece. An unknown outcome is never reported: it may have taken one. */
    public void purchaseRefused() {
        mayBeTaken.decrementAndGet();
    }

    /** Whether a piece is left whatever became of the purchases under way. */
    public boolean surelyInStock() {
        return item().stock() - mayBeTaken.get() > 0;
    }

    /** Whether the last piece's sale was confirmed before this time. */
    public boolean soldOutBefore(long askedNanos) {
        return soldOutNanos < askedNanos;
    }

    @Override
    public boolean mayBeListed(long askedNanos, long answerNanos) {
        return super.mayBeListed(askedNanos, answerNanos) && !soldOutBefore(askedNanos);
    }

    @Override
    public boolean mustBeListed(long askedNanos) {
        return super.mustBeListed(askedNanos) && surelyInStock();
    }
}

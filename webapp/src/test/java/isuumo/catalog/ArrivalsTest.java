package isuumo.catalog;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ArrivalsTest {
    private final Arrivals arrivals = new Arrivals();

    private static final long MIN = Integer.MIN_VALUE;

    @Test
    void whoAsksForAnArrivingRowWaitsForIt() throws Exception {
        Arrivals.Upload upload = arrivals.of(List.of(1, 2));
        CountDownLatch answered = new CountDownLatch(1);
        Thread asking = Thread.ofVirtual().start(() -> {
            arrivals.await(2);
            answered.countDown();
        });
        while (asking.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertFalse(answered.await(0, TimeUnit.SECONDS));
        upload.close();
        answered.await();
        arrivals.await(2);
    }

    @Test
    void nobodyElseWaits() {
        try (var _ = arrivals.of(List.of(1, 2))) {
            arrivals.await(3);
            arrivals.await((1L << 32) + 1); // the same lower half
            arrivals.await(MIN - 1);
        }
    }
}

package isuumo.differential;

import isuumo.testing.TestDatabase;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** Numbered random cases, run on several connections at once; each is drawn from the seed and its number alone. */
final class Cases {
    private static final long SEED = Long.getLong("test.seed", 10);
    private static final int CONNECTIONS = 4;

    /** Draws a request, asks both sides, compares. */
    interface Case {
        void check(RandomGenerator random, Connection sql) throws Exception;
    }

    private Cases() {}

    static void check(TestDatabase database, int count, Case each) throws Exception {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                running.add(threads.submit(() -> {
                    try (Connection sql = database.connect()) {
                        for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                            check(each, n, sql);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> thread : running) {
                thread.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause().getMessage(), e.getCause());
        }
    }

    private static void check(Case each, int number, Connection sql) {
        try {
            each.check(random(number), sql);
        } catch (Exception | AssertionError e) {
            throw new AssertionError("case " + number + " of -Dtest.seed=" + SEED + ": " + e.getMessage(), e);
        }
    }

    static RandomGenerator random(int number) {
        return new SplittableRandom(SEED * 1_000_003 + number);
    }

    static <T> T oneOf(RandomGenerator random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}

package isuumo.catalog;

import io.helidon.common.concurrency.limits.FixedLimit;
import io.helidon.common.concurrency.limits.LimitAlgorithm.Token;
import isuumo.http.ApiError;
import isuumo.outcome.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Where uploads wait for their turn, and are refused before anything is stored if they would be too much: no file, and no
 * number of them, may fill the heap, which would end the process. Thread-safe.
 */
public final class UploadDoor {
    /** As long as a client in front waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int WAITING = 100;
    private static final int PERMIT_BYTES = 1 << 10;
    private static final String LARGER_HEAP = "A larger heap (jvm.options), or ISUUMO_MAX_ROWS, makes room for more";

    private final UploadLimits limits;
    private final Duration patience;
    private final FixedLimit turns;
    /** Of the files whose turn it is; in the order in which they came, or the largest would never come in. */
    private final Semaphore kibibytes = new Semaphore(UploadLimits.BYTES_AT_ONCE / PERMIT_BYTES, true);
    private final List<Supplier<Footprint>> shown = new CopyOnWriteArrayList<>();
    /** What was let in, and may not be shown yet; guarded by this. */
    private Footprint arriving = Footprint.NONE;

    public UploadDoor(UploadLimits limits) {
        this(limits, PATIENCE);
    }

    UploadDoor(UploadLimits limits, Duration patience) {
        this.limits = limits;
        this.patience = patience;
        turns = FixedLimit.builder().permits(limits.atOnce()).queueLength(WAITING).queueTimeout(patience).build();
    }

    /** @param rows what those of a kind take that are there */
    public void count(Supplier<Footprint> rows) {
        shown.add(rows);
    }

    int fileRows() {
        return limits.fileRows();
    }

    /**
     * Waits for a turn.
     *
     * @param bytes of the file, at most
     * @throws Outcome.Busy when it does not come in time, or too many are waiting
     */
    Visit enter(long bytes) {
        Token turn = turns.tryAcquire().orElseThrow(() -> new Outcome.Busy(
                limits.atOnce() + " uploads are under way, and others are waiting"));
        int permits = (int) (Math.min(bytes, UploadLimits.BYTES_AT_ONCE) / PERMIT_BYTES);
        try {
            if (kibibytes.tryAcquire(permits, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Visit(turn, permits);
            }
        } catch (InterruptedException e) {
            turn.ignore();
            throw new Outcome.NotBegun("this host is stopping", e);
        }
        turn.ignore();
        throw new Outcome.Busy(
                "uploads of " + UploadLimits.BYTES_AT_ONCE + " bytes in all are under way, as many as are"
                        + " read at once, and this one has " + bytes);
    }

    /** An upload whose turn it is, until it is shown or has failed. Of one thread. */
    final class Visit implements AutoCloseable {
        private final Token turn;
        private final int permits;
        private Footprint brought = Footprint.NONE;

        private Visit(Token turn, int permits) {
            this.turn = turn;
            this.permits = permits;
        }

        /** @throws ApiError 507 when there is no room for such rows */
        void bring(Footprint rows) {
            synchronized (UploadDoor.this) {
                Footprint there = shown.stream().map(Supplier::get).reduce(arriving, Footprint::plus);
                refuseBeyond(limits.rows(), "rows", there.rows(), rows.rows(), LARGER_HEAP);
                refuseBeyond(limits.bytes(), "bytes of rows", there.bytes(), rows.bytes(), LARGER_HEAP);
                refuseBeyond(UploadLimits.WORDS, "features, colors and kinds", there.words(), rows.words(),
                        "Use those that there are: /api/chair/search/condition, /api/estate/search/condition");
                arriving = arriving.plus(rows);
                brought = brought.plus(rows);
            }
        }

        @Override
        public void close() {
            synchronized (UploadDoor.this) {
                arriving = arriving.minus(brought);
            }
            kibibytes.release(permits);
            turn.success();
        }
    }

    private static void refuseBeyond(long limit, String what, long there, long more, String remedy) {
        if (there + more > limit) {
            throw ApiError.insufficientStorage("There are " + there + " " + what + ", and room for " + limit
                    + ", so these " + more + " are too many; nothing was stored. " + remedy);
        }
    }
}

package isuumo.catalog;

import io.helidon.common.concurrency.limits.FixedLimit;
import io.helidon.common.concurrency.limits.LimitAlgorithm.Token;
import isuumo.http.ApiError;
import isuumo.outcome.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;

/**
 * Where uploads wait for their turn, and are refused before anything is stored if they would be too much: no file, and no
 * number of them, may fill the heap, which would end the process. Thread-safe.
 */
public final class UploadDoor {
    /** As long as a client in front waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int WAITING = 100;

    private final UploadLimits limits;
    private final FixedLimit turns;
    private final List<IntSupplier> shown = new CopyOnWriteArrayList<>();
    /** Rows that were let in, and may not be shown yet; guarded by this. */
    private long arriving;

    public UploadDoor(UploadLimits limits) {
        this(limits, PATIENCE);
    }

    UploadDoor(UploadLimits limits, Duration patience) {
        this.limits = limits;
        turns = FixedLimit.builder().permits(limits.atOnce()).queueLength(WAITING).queueTimeout(patience).build();
    }

    /** @param rows how many of a kind are there */
    void count(IntSupplier rows) {
        shown.add(rows);
    }

    int fileRows() {
        return limits.fileRows();
    }

    /**
     * Waits for a turn.
     *
     * @throws Outcome.Busy when it does not come in time, or too many are waiting
     */
    Visit enter() {
        Token turn = turns.tryAcquire().orElseThrow(() -> new Outcome.Busy(
                limits.atOnce() + " uploads are under way, and others are waiting"));
        return new Visit(turn);
    }

    /** An upload whose turn it is, until it is shown or has failed. Of one thread. */
    final class Visit implements AutoCloseable {
        private final Token turn;
        private int rows;

        private Visit(Token turn) {
            this.turn = turn;
        }

        /** @throws ApiError 507 when there is no room for so many rows */
        void bring(int newRows) {
            synchronized (UploadDoor.this) {
                long there = shown.stream().mapToLong(IntSupplier::getAsInt).sum() + arriving;
                if (there + newRows > limits.rows()) {
                    throw ApiError.insufficientStorage("There are " + there + " rows, and room for " + limits.rows()
                            + ", so these " + newRows + " are too many; nothing was stored. A larger heap"
                            + " (jvm.options), or ISUUMO_MAX_ROWS, makes room for more");
                }
                arriving += newRows;
                rows += newRows;
            }
        }

        @Override
        public void close() {
            synchronized (UploadDoor.this) {
                arriving -= rows;
            }
            turn.success();
        }
    }
}

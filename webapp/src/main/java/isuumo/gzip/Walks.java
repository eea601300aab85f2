package isuumo.gzip;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * At most eight {@link WritingWalk}s that are kept, each with one thread at a time: making one means to fill a table with zeros. Thread-safe, never
 * waits.
 */
final class Walks {
    private static final int SLOTS = 8;
    /** One whose output is larger has written an unusually long text. */
    private static final int MAX_KEPT_BYTES = 1 << 17;

    private final AtomicReferenceArray<WritingWalk> slots = new AtomicReferenceArray<>(SLOTS);
    private final Supplier<WritingWalk> fresh;

    Walks(Supplier<WritingWalk> fresh) {
        this.fresh = fresh;
    }

    WritingWalk take() {
        WritingWalk kept = slots.getAndSet(slot(), null);
        return kept == null ? fresh.get() : kept;
    }

    void giveBack(WritingWalk walk) {
        if (walk.output().capacity() <= MAX_KEPT_BYTES) {
            slots.setRelease(slot(), walk);
        }
    }

    /** Virtual threads are many, and few of them run. */
    private static int slot() {
        return (int) Thread.currentThread().threadId() & SLOTS - 1;
    }
}

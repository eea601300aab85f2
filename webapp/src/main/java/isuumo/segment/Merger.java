package isuumo.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Merges a catalog's segments while it is read and written. Thread-safe.
 *
 * <p>A merge works on a snapshot and is published as any other change; if its segments have been replaced meanwhile, as by
 * a catalog built anew, it comes to nothing. Small segments go on being merged while large ones are.
 */
public final class Merger<T extends Item, I> {
    private final Executor executor;
    private final Supplier<Segments<T, I>> current;
    private final Consumer<Merge<T, I>> publication;
    private final ReentrantLock lock = new ReentrantLock();
    /** Being merged; guarded by the lock. */
    private final List<Segment<T, I>> busy = new ArrayList<>();

    /**
     * @param executor runs merges, more than one at a time perhaps
     * @param current the latest snapshot; null where there is none
     * @param publication publishes the successor of the then latest snapshot
     */
    public Merger(Executor executor, Supplier<Segments<T, I>> current, Consumer<Merge<T, I>> publication) {
        this.executor = executor;
        this.current = current;
        this.publication = publication;
    }

    /** Starts a merge if there is one to be made. To be called after a change was published, without a lock. */
    public void wake() {
        Segments<T, I> now;
        List<Segment<T, I>> sources;
        lock.lock();
        try {
            now = current.get(); // under the lock: what is not busy any more has been published
            sources = now == null ? List.of() : now.toMerge(this::isBusy);
            busy.addAll(sources);
        } finally {
            lock.unlock();
        }
        if (!sources.isEmpty()) {
            executor.execute(() -> merge(now, sources));
        }
    }

    private boolean isBusy(Segment<T, I> segment) {
        return busy.stream().anyMatch(segment::hasRowsOf);
    }

    private void merge(Segments<T, I> now, List<Segment<T, I>> sources) {
        try {
            publication.accept(now.merge(sources));
        } finally {
            lock.lock();
            try {
                busy.removeAll(sources);
            } finally {
                lock.unlock();
            }
        }
        wake();
    }
}

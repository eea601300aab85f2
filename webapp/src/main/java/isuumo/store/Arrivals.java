package isuumo.store;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Uploads whose rows are being stored. Another host may show such a row a moment before this one, which stores it, does:
 * whoever saw it there must not be told here that it does not exist. Thread-safe.
 */
public final class Arrivals {
    private final Set<Batch> batches = ConcurrentHashMap.newKeySet();

    private record Batch(Set<Integer> ids, CountDownLatch done) {}

    /** One upload, from before its first statement until it is shown or has failed. */
    public interface Upload extends AutoCloseable {
        @Override
        void close();
    }

    public <R> Upload of(List<R> rows, ToIntFunction<R> id) {
        Batch batch = new Batch(rows.stream().map(id::applyAsInt).collect(Collectors.toUnmodifiableSet()),
                new CountDownLatch(1));
        batches.add(batch);
        return () -> {
            batches.remove(batch);
            batch.done().countDown();
        };
    }

    /** Returns when no upload that holds this row is under way: to be called before the catalog is read for an answer. */
    public void await(long id) {
        for (Batch batch : batches) {
            if (id == (int) id && batch.ids().contains((int) id)) {
                try {
                    batch.done().await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted while row " + id + " was being stored", e);
                }
            }
        }
    }
}

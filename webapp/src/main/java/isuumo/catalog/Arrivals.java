package isuumo.catalog;

import isuumo.outcome.Outcome;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Rows that are being stored, or of which it is being found out whether they are. Another host may show such a row a moment
 * before this one, which stores it, does: whoever saw it there must not be told here that it does not exist. Thread-safe.
 */
public final class Arrivals {
    /** Below what a client in front waits; the database is not asked for longer either. */
    private static final long PATIENCE_SECONDS = 10;

    private final Set<Batch> batches = ConcurrentHashMap.newKeySet();

    private record Batch(Set<Integer> ids, CountDownLatch done) {}

    /** One upload, from before its first statement until it is shown, or known to have failed. */
    public interface Upload extends AutoCloseable {
        @Override
        void close();
    }

    public Upload of(List<Integer> ids) {
        Batch batch = new Batch(Set.copyOf(ids), new CountDownLatch(1));
        batches.add(batch);
        return () -> {
            batches.remove(batch);
            batch.done().countDown();
        };
    }

    /**
     * Returns when no upload that holds this row is under way: to be called before the catalog is read for an answer.
     *
     * @throws Outcome.NotBegun when that takes too long, or this server is stopping
     */
    public void await(long id) {
        for (Batch batch : batches) {
            if (id == (int) id && batch.ids().contains((int) id)) {
                await(batch, id);
            }
        }
    }

    private static void await(Batch batch, long id) {
        try {
            if (!batch.done().await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Outcome.NotBegun("it is not known yet whether row " + id + " is stored");
            }
        } catch (InterruptedException e) {
            throw new Outcome.NotBegun("this host is stopping", e);
        }
    }
}

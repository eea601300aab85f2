package isuumo.catalog;

import isuumo.gtid.GtidSet;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Up to which transaction the catalogs are, and the order in which they are published: a server's own writes show at
 * once, the change feed's come in the order of the database's log, and neither undoes what is newer.
 *
 * <p>Where there is no change feed the position stays empty, and everything is published as it comes. Thread-safe.
 */
public final class CatalogPosition {
    private final ReentrantLock lock = new ReentrantLock();
    private volatile GtidSet position = GtidSet.EMPTY;
    /** How often stock or rows may have been put on show that were not. */
    private volatile long raises;
    private boolean everBuilt;
    /** Own writes of before the first catalogs that these do not hold yet. */
    private volatile GtidSet owed = GtidSet.EMPTY;

    /** Builds catalogs at least as new as a position, publishes them, and says how new they are; or nothing at all. */
    public interface Build<E extends Exception> {
        Optional<GtidSet> build(GtidSet atLeast) throws E;
    }

    /**
     * What a replay came to.
     *
     * @param position all that the catalogs hold now
     * @param visible whether it may put something on show that was not
     */
    public record Replay(GtidSet position, boolean visible) {}

    /** All that the catalogs hold, and perhaps some of this server's own writes beyond. */
    public GtidSet get() {
        return position;
    }

    /** Whether the catalogs may lack own writes of before they were built: then they do not say what there is not. */
    public boolean owesOwn() {
        return !owed.isEmpty();
    }

    /**
     * Publishes this server's own write, unless the feed has brought it, and maybe newer ones, already. Before the first
     * catalogs are built there is nothing to publish it in, and {@link #owesOwn} until they hold it.
     */
    public void publishOwn(GtidSet commit, Runnable publication) {
        lock.lock();
        try {
            if (!everBuilt) {
                owed = owed.plus(commit);
            } else if (commit.isEmpty() || !position.covers(commit)) {
                publication.run();
            }
        } finally {
            lock.unlock();
        }
    }

    /** For {@link #publishUnlessRaised}. */
    public long raises() {
        return raises;
    }

    /**
     * Publishes what was learnt from the database without learning at which transaction: that there is no stock.
     *
     * @param since {@link #raises()} before the database was asked
     * @return false, and nothing published, when the feed has brought new stock or rows meanwhile
     */
    public boolean publishUnlessRaised(long since, Runnable publication) {
        lock.lock();
        try {
            if (raises != since) {
                return false;
            }
            publication.run();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Publishes the log's next transactions.
     *
     * @param publication gets the position so far: what that covers the catalogs were built with
     * @param told runs last, in the same order as the publications, if there was anything new
     */
    public void replay(Function<GtidSet, Replay> publication, Consumer<Replay> told) {
        lock.lock();
        try {
            Replay replay = publication.apply(position);
            if (!position.covers(replay.position())) {
                raises += replay.visible() ? 1 : 0;
                moveTo(replay.position());
                told.accept(replay);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Replaces the catalogs; nothing else is published meanwhile.
     *
     * @param build gets the position so far
     * @return false when it built nothing
     */
    public <E extends Exception> boolean rebuild(Build<E> build, Runnable told) throws E {
        lock.lock();
        try {
            Optional<GtidSet> built = build.build(position);
            built.ifPresent(next -> {
                everBuilt = true;
                moveTo(next);
                raises++;
                told.run();
            });
            return built.isPresent();
        } finally {
            lock.unlock();
        }
    }

    private void moveTo(GtidSet next) {
        position = next;
        if (next.covers(owed)) {
            owed = GtidSet.EMPTY;
        }
    }
}

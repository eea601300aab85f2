package isuumo.cluster;

import isuumo.gtid.GtidSet;
import isuumo.outcome.Outcome;

/**
 * What a write goes through between its commit and its answer, so that no host shows the old state afterwards.
 *
 * <p>Each write passes one of the waits, and is answered next: only whoever is still the writer then may say what became of
 * it. Waits end within about a lease. They are to be entered without the write gate held.
 */
public interface Barrier {
    /** One host alone: whatever it has published, everybody sees. */
    Barrier NONE = new Barrier() {
        @Override
        public void committed(GtidSet write) {}

        @Override
        public void await(GtidSet write) {}

        @Override
        public void confirm() {}

        @Override
        public void awaitShown() {}

        @Override
        public void awaitCommitted() {}
    };

    /** To be called for a write that readers can see, before this host shows it. */
    void committed(GtidSet write);

    /**
     * Returns when no host shows the state before this write any more.
     *
     * @throws Outcome.Unknown when the wait was interrupted, or this host may not be the writer any more
     */
    void await(GtidSet write);

    /**
     * For a write that no reader sees: it waits for nobody.
     *
     * @throws Outcome.Unknown when this host may not be the writer any more
     */
    void confirm();

    /**
     * The same for all that this host shows: before a refusal that follows from it is answered.
     *
     * @throws Outcome.NotBegun when the wait was interrupted, or this host may not be the writer any more
     */
    void awaitShown();

    /**
     * The same for all that the primary has committed: before a refusal by the database is answered.
     *
     * @throws Outcome.NotBegun when that is not known, or this host lags too far behind it, or the wait was interrupted, or
     *         this host may not be the writer any more
     */
    void awaitCommitted();
}

package isuumo.feed;

import isuumo.gtid.GtidSet;

/**
 * Hears how far the catalogs have got.
 *
 * <p>Calls come one at a time and in order, mostly from the feed's own thread, which applies nothing more until they
 * return: they must be quick.
 */
public interface FeedListener {
    /** Where nobody listens. */
    FeedListener NONE = new FeedListener() {
        @Override
        public void applied(GtidSet position, boolean visible) {}

        @Override
        public void rebuilding(String reason) {}
    };

    /** A transaction of which readers may see a difference is about to be applied. */
    default void applying(GtidSet transaction) {}

    /**
     * A transaction was applied whole, or the catalogs were built anew from rows as new as that.
     *
     * @param position all that the catalogs hold: never less than before, but after {@link #rebuilding}
     * @param visible whether readers may see a difference; a purchase that leaves stock is none
     */
    void applied(GtidSet position, boolean visible);

    /**
     * The row events cannot be followed from where the catalogs are, so these are about to be built anew from the
     * database, perhaps from rows older than what was told before. Once this returned nothing may be answered from
     * them on the strength of an earlier position; {@link #applied} tells the new one.
     */
    void rebuilding(String reason);
}

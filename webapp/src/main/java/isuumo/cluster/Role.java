package isuumo.cluster;

import isuumo.feed.FeedListener;
import isuumo.metrics.Metrics;
import isuumo.store.Database;
import java.util.Optional;

/**
 * What this host is: alone, the writer of several, or one of the writer's peers.
 *
 * @param writes whether this host's own statements change the rows
 * @param access to the routes
 * @param barrier what this host's own writes wait for
 * @param listener hears how far the catalogs are
 * @param presence among the hosts
 */
public record Role(boolean writes, Access access, Barrier barrier, FeedListener listener, Presence presence) {
    /** One host alone: every answer is its own business. */
    public static final Role ALONE = new Role(true, new Access() {
    }, Barrier.NONE, FeedListener.NONE,
            new Presence() {
            });

    /** By the configuration. */
    public static Role of(Optional<Topology> cluster, Database database, Metrics metrics) {
        if (cluster.isEmpty()) {
            return ALONE;
        }
        return cluster.get().isWriter()
                ? new WriterRole(cluster.get(), database, metrics).role()
                : new PeerRole(cluster.get(), metrics).role();
    }
}

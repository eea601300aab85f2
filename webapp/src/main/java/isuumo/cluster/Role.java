package isuumo.cluster;

import isuumo.feed.FeedListener;
import isuumo.metrics.Metrics;
import isuumo.store.Database;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What this host is: alone, the writer of several, or one of the writer's peers.
 *
 * @param writes whether this host's own statements change the rows; among several hosts that changes
 * @param access to the routes
 * @param barrier what this host's own writes wait for
 * @param listener hears how far the catalogs are
 * @param presence among the hosts
 */
public record Role(BooleanSupplier writes, Access access, Barrier barrier, FeedListener listener, Presence presence) {
    /** One host alone: every answer is its own business. */
    public static final Role ALONE = new Role(() -> true, new Access() {
    }, Barrier.NONE, FeedListener.NONE,
            new Presence() {
            });

    /** By the configuration. */
    public static Role of(Optional<Topology> cluster, Database database, Metrics metrics) {
        return cluster.map(topology -> new Member(topology, database, metrics).role()).orElse(ALONE);
    }
}

/**
 * All SQL: the two pools, the tables' rows, and the restoring of the initial data. Knows no HTTP and no index.
 *
 * <p>What a statement does decides where it runs: writes on {@link isuumo.store.Database#primary()}, reads on
 * {@link isuumo.store.Database#replica()} after {@link isuumo.store.Database#awaitReplica()}.
 */
package isuumo.store;

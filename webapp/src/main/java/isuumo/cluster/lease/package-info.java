/**
 * The protocol that keeps replicas in memory from being stale, without I/O and without a clock: what
 * {@code webapp/DESIGN.md} draws.
 *
 * <p>{@link isuumo.cluster.lease.Grantor} is the writer's side, {@link isuumo.cluster.lease.Leaseholder} a peer's. Both are
 * immutable: a step returns the next state. So the server and the exhaustive search of its tests run the same code.
 */
package isuumo.cluster.lease;

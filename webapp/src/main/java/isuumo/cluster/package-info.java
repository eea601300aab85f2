/**
 * Several hosts, one truth: a peer serves only while it holds a lease from the writer, and the writer answers a write that
 * others must see only when every peer shows it or has lost its lease. {@code webapp/DESIGN.md} draws it.
 *
 * <p>{@link isuumo.cluster.lease} decides, without I/O. Here is what surrounds it: a {@link isuumo.cluster.Member} is the writer
 * while it has an {@link isuumo.cluster.Office}, with a {@link isuumo.cluster.WriterBarrier} behind
 * {@link isuumo.cluster.ReportRoute} and a {@link isuumo.cluster.WriteDoor} that it closes before it parts from the others; else
 * a peer, with a {@link isuumo.cluster.Reporter} for its {@link isuumo.cluster.PeerLease} and a
 * {@link isuumo.cluster.Forwarder} for writes that reached it. {@link isuumo.cluster.Succession} changes one into the other. Where
 * hosts fail over by themselves an office has a {@link isuumo.cluster.lease.Tenure}, which {@link isuumo.cluster.TenureRoute}
 * extends.
 */
package isuumo.cluster;

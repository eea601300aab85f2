package isuumo.cluster.lease;

import isuumo.gtid.GtidSet;

/**
 * What a peer tells the writer, and by which it asks for a lease.
 *
 * @param host the peer's name
 * @param session the number that the writer gave this peer, or {@link #JOIN}
 * @param position the transactions that whatever this peer serves from now on includes
 * @param settled whether this peer serves by no lease of an earlier session from now on; says nothing in a join
 */
public record Report(String host, long session, GtidSet position, boolean settled) {
    /** No session yet: asks for one. */
    public static final long JOIN = 0;
}

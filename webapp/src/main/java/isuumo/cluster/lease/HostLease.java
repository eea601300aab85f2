package isuumo.cluster.lease;

import isuumo.gtid.GtidSet;

/**
 * What the writer knows of one peer. Immutable.
 *
 * @param session the current session, or {@link Report#JOIN} before the first
 * @param confirmed what the current session reported
 * @param due what the next report must cover while the lease runs
 * @param until when the current session's lease ends, on the writer's clock
 * @param formerUntil when every lease of an earlier session has ended, and of an earlier writer
 */
record HostLease(long session, GtidSet confirmed, GtidSet due, long until, long formerUntil) {
    /** An earlier writer may have granted it a lease a moment ago. */
    static HostLease atStart(long now, long until) {
        return new HostLease(Report.JOIN, GtidSet.EMPTY, GtidSet.EMPTY, now, until);
    }

    /** What an earlier session confirmed says nothing about this one's catalog; its lease is waited for all the same. */
    HostLease joined(long newSession, long now) {
        return new HostLease(newSession, GtidSet.EMPTY, GtidSet.EMPTY, now, later(until, formerUntil));
    }

    HostLease confirmed(GtidSet position) {
        GtidSet both = position.covers(confirmed) ? position : confirmed.plus(position);
        return new HostLease(session, both, due, until, formerUntil);
    }

    /** A usual lease does not end a parting one that runs longer. */
    HostLease granted(GtidSet visible, long newUntil) {
        return new HostLease(session, confirmed, visible, later(until, newUntil), formerUntil);
    }

    /** The peer has said in this session that no earlier one's lease is of use to it any more. */
    HostLease settled(long now) {
        return new HostLease(session, confirmed, due, until, formerUntil - now > 0 ? now : formerUntil);
    }

    /** No earlier writer's lease is of use to it. Only before it has joined this one. */
    HostLease ended() {
        return atStart(until, until);
    }

    boolean isLeased(long now) {
        return until - now > 0;
    }

    boolean mayServeWithout(GtidSet write, long now) {
        return formerUntil - now > 0 || isLeased(now) && !confirmed.covers(write);
    }

    long mayServeUntil() {
        return later(until, formerUntil);
    }

    private static long later(long a, long b) {
        return a - b > 0 ? a : b;
    }
}

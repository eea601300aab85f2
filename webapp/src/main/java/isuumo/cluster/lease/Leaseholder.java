package isuumo.cluster.lease;

/**
 * A peer's side: until when it may serve, and in which session it reports. Immutable.
 *
 * <p>A lease outlasts its session: a peer goes on serving while it joins the next writer. But the first lease of the new
 * session takes the old one's place, even if it is shorter, since the writer knows how long it is. From then on the peer is
 * settled, and says so, and no write need wait for the old lease's end.
 *
 * <p>All times are of this peer's own monotonic clock, in the unit of the {@link LeaseTerms}.
 *
 * @param until the lease's end; serving stops at it, not after it
 * @param former whether the lease is one of an earlier session
 */
public record Leaseholder(LeaseTerms terms, long session, long until, boolean former) {
    /** Without a lease. */
    public static Leaseholder starting(LeaseTerms terms, long now) {
        return new Leaseholder(terms, Report.JOIN, now, false);
    }

    /** To be asked before the snapshot is loaded that is answered from: a later snapshot is never older. */
    public boolean mayServe(long now) {
        return until - now > 0;
    }

    /** Whether nothing is served, now or later, by a lease of an earlier session. */
    public boolean settled(long now) {
        return !former || !mayServe(now);
    }

    /** @param sentAt the clock's reading before the report was sent that this reply answers */
    public Leaseholder replied(Reply reply, long sentAt) {
        if (!reply.granted()) {
            return new Leaseholder(terms, reply.session(), until, former || reply.session() != session);
        }
        long granted = sentAt + terms.of(reply.grant()).peer();
        return new Leaseholder(terms, reply.session(), former || granted - until > 0 ? granted : until, false);
    }

    /** What a writer that hands over serves by: as if it had granted itself a parting lease, in a session of its own. */
    public Leaseholder inherited(long now) {
        return new Leaseholder(terms, Report.JOIN, now + terms.parting().peer(), true);
    }

    /** No longer than the tenure of the office that this host had: nobody who becomes the writer after that waits for it. */
    public Leaseholder within(Tenure tenure) {
        return new Leaseholder(terms, session, tenure.cap(until), former);
    }

    /** Before anything is served that lacks what was reported: no lease, and a new session. */
    public Leaseholder forfeited(long now) {
        return starting(terms, now);
    }
}

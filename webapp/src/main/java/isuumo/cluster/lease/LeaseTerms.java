package isuumo.cluster.lease;

import isuumo.cluster.lease.Reply.Grant;

/**
 * How long leases are, on each side's own clock and in its unit.
 *
 * @param usual what is granted day in, day out
 * @param parting what a writer that is about to end grants, so that peers go on serving until it is back
 * @param start how long a writer that has just started takes every host for leased: an earlier writer may have granted it
 *            either a moment ago, so that it must be no less than the longer of both
 */
public record LeaseTerms(Term usual, Term parting, long start) {
    /** How much faster than a peer's the writer's clock may run, in parts per million. */
    public static final long CLOCK_RATE_MARGIN_PPM = 10_000;

    private static final long PPM = 1_000_000;

    /**
     * One kind of lease.
     *
     * <p>A peer counts from before it asked, the writer from when it granted, which is later. What remains is that one
     * clock may run faster: the writer adds a margin. NTP slews a clock by at most 500 ppm (Linux, adjtimex(2)); the margin
     * is twenty times that.
     *
     * @param peer how long a peer serves after it asked for a lease that it was granted
     * @param writer how long the writer waits for a peer after it granted one; more than {@code peer} by the margin
     */
    public record Term(long peer, long writer) {
        static Term of(long peer) {
            return new Term(peer, peer + margin(peer));
        }
    }

    /**
     * @param lease the longest that a silent host can delay a write: three quarters and a margin, after a quarter's pause
     * @param parting how long peers serve after the writer has parted
     * @throws IllegalArgumentException when the parting lease is the shorter one
     */
    public static LeaseTerms of(long lease, long parting) {
        if (parting < lease) {
            throw new IllegalArgumentException("parting=" + parting + " is less than lease=" + lease);
        }
        Term last = Term.of(parting);
        return new LeaseTerms(Term.of(lease / 4 * 3), last, last.writer() + margin(parting));
    }

    private static long margin(long time) {
        return time / PPM * CLOCK_RATE_MARGIN_PPM;
    }

    /** The term of a lease that was granted. */
    Term of(Grant grant) {
        return grant == Grant.PARTING ? parting : usual;
    }
}

package isuumo.cluster.lease;

/**
 * Until when a writer may answer without hearing again that it still has its office. Immutable.
 *
 * <p>Where hosts fail over by themselves, whoever names the next writer waits for the tenure's end instead of for the writer,
 * which may be frozen: it needs not agree, and answers nothing when it wakes up.
 *
 * <p>All times are of the writer's own monotonic clock, in the unit of the {@link LeaseTerms}.
 *
 * @param limited false: it does not end
 * @param until its end; answering stops at it, not after it
 */
public record Tenure(boolean limited, long until) {
    /** Of an office that ends only when the writer lets go of it. */
    public static final Tenure ENDLESS = new Tenure(false, 0);

    /** Of an office that has just begun: there is none before it is extended. */
    public static Tenure none(long now) {
        return new Tenure(true, now);
    }

    /** To be asked before the snapshot is loaded that is answered from, and after all else that a write waits for. */
    public boolean runs(long now) {
        return !limited || until - now > 0;
    }

    /** Never shorter than before. */
    public Tenure extended(long newUntil, long now) {
        return limited && newUntil - now > 0 && newUntil - until > 0 ? new Tenure(true, newUntil) : this;
    }

    /** That moment, or the tenure's end if this is earlier. */
    public long cap(long moment) {
        return limited && until - moment < 0 ? until : moment;
    }
}

package isuumo.cluster.lease;

import isuumo.gtid.GtidSet;

/**
 * The writer's answer to a {@link Report}.
 *
 * @param session the peer's session from now on, or {@link Report#JOIN}: the reported one is over, ask for another
 * @param grant which lease starts; never one in answer to a join, whose sender may be dead by now
 * @param required what a report must cover to be granted the next lease
 */
public record Reply(long session, Grant grant, GtidSet required) {
    /** Whether a lease starts, and how long it is: {@link LeaseTerms}. */
    public enum Grant {
        NONE, USUAL, PARTING
    }

    public boolean granted() {
        return grant != Grant.NONE;
    }
}

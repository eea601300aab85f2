package isuumo.cluster.lease;

import static isuumo.cluster.lease.Search.MORE_FAULTS;
import static isuumo.cluster.lease.Search.assertFlawed;
import static isuumo.cluster.lease.Search.assertNeverStale;

import isuumo.cluster.lease.LeaseTerms.Term;
import org.junit.jupiter.api.Test;

/**
 * As {@link ModelTest}, for a writer that parts. It writes nothing after its first parting lease, and waits for parting leases
 * as for others: either alone suffices.
 */
class PartingModelTest {
    @Test
    void noHostServesAStateWithoutAnAnsweredWriteEvenIfTheWriterWritesOn() {
        assertNeverStale("a parting writer writes on", new SinglePeer.WritesOn(), MORE_FAULTS);
    }

    @Test
    void norIfItWaitsTooBrieflyButWritesNothing() {
        assertNeverStale("a parting writer waits too briefly", new WaitsTooBriefly(), MORE_FAULTS);
    }

    private static class WaitsTooBriefly extends SinglePeer {
        @Override
        LeaseTerms terms() {
            return new LeaseTerms(new Term(2, 2), new Term(3, 2), 3);
        }
    }

    @Test
    void theFlawIsFoundWhenAWriterPartsWhileAWriteIsUnanswered() {
        assertFlawed("a writer that waits less than a parting lease grants one during a write", new WaitsTooBriefly() {
            @Override
            boolean mayPart(World world) {
                return true;
            }
        });
    }

    @Test
    void theFlawIsFoundWhenAWriterWritesAfterItHasParted() {
        assertFlawed("a writer that waits less than a parting lease writes after one", new WaitsTooBriefly() {
            @Override
            boolean mayWrite(World world) {
                return true;
            }
        });
    }

    @Test
    void theFlawIsFoundWhenAStartedWriterForgetsThePartingLeases() {
        assertFlawed("a started writer takes no host for leased longer than usual", new Rules() {
            @Override
            LeaseTerms terms() {
                return new LeaseTerms(new Term(2, 2), new Term(3, 3), 2);
            }
        });
    }

    @Test
    void theFlawIsFoundWhenASettledPeerKeepsItsPartingLease() {
        assertFlawed("the new session's first lease does not shorten the old one's", new SinglePeer() {
            @Override
            Leaseholder replied(Leaseholder peer, Reply reply, long sentAt) {
                Leaseholder next = peer.replied(reply, sentAt);
                return new Leaseholder(next.terms(), next.session(), Math.max(peer.until(), next.until()),
                        next.former());
            }
        });
    }

    /** A join that comes twice begins another session, and ends the one that the peer serves by. */
    @Test
    void theFlawIsFoundWhenAnotherSessionsPeerIsTakenForSettled() {
        assertFlawed("a report of an earlier session ends that session's lease", new TakesForSettled() {
            @Override
            boolean believes(Report report, long current) {
                return report.session() != Report.JOIN;
            }
        }, MORE_FAULTS);
    }

    /** Whoever sent the join may be dead, and its successor hold a lease. */
    @Test
    void theFlawIsFoundWhenAJoiningPeerIsTakenForSettled() {
        assertFlawed("a join ends the earlier session's lease", new TakesForSettled() {
            @Override
            boolean believes(Report report, long current) {
                return report.session() == Report.JOIN || report.session() == current;
            }
        }, MORE_FAULTS);
    }

    private abstract static class TakesForSettled extends SinglePeer {
        abstract boolean believes(Report report, long current);

        @Override
        Grantor.Step report(Grantor grantor, Report report, long now) {
            boolean believed = report.settled() && believes(report, grantor.host(report.host()).session());
            Grantor.Step step = grantor.report(report, now);
            HostLease host = step.next().host(report.host());
            return believed
                    ? new Grantor.Step(step.next().withHost(report.host(), host.settled(now)), step.reply())
                    : step;
        }
    }
}

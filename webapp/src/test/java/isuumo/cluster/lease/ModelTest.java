package isuumo.cluster.lease;

import static isuumo.cluster.lease.Search.FAULTS;
import static isuumo.cluster.lease.Search.MORE_FAULTS;
import static isuumo.cluster.lease.Search.assertFlawed;
import static isuumo.cluster.lease.Search.assertNeverStale;

import isuumo.cluster.lease.LeaseTerms.Term;
import isuumo.gtid.GtidSet;
import org.junit.jupiter.api.Test;

/**
 * Explores every state of three hosts and two visible writes, with the server's own {@link Grantor} and
 * {@link Leaseholder}: after a write is answered, no host serves a state without it. And it finds the flaw as soon as one
 * rule is left out.
 */
class ModelTest {
    @Test
    void noHostServesAStateWithoutAnAnsweredWrite() {
        assertNeverStale("the protocol", new Rules(), FAULTS);
    }

    @Test
    void theFlawIsFoundWithoutTheLeaseWait() {
        assertFlawed("the writer waits less than a lease", new Rules() {
            @Override
            LeaseTerms terms() {
                return new LeaseTerms(new Term(2, 1), new Term(3, 3), 3);
            }
        });
    }

    @Test
    void theFlawIsFoundWithoutTheLeaseCheck() {
        assertFlawed("a peer serves without a lease", new Rules() {
            @Override
            boolean mayServe(Leaseholder peer, long now) {
                return true;
            }
        });
    }

    @Test
    void theFlawIsFoundWithoutTheBarrier() {
        assertFlawed("the writer answers at once", new Rules() {
            @Override
            boolean mayAnswer(Grantor grantor, GtidSet write, long now) {
                return true;
            }
        });
    }

    @Test
    void theFlawIsFoundWithoutTheStartUpRule() {
        assertFlawed("a started writer takes no host for leased", new Rules() {
            @Override
            LeaseTerms terms() {
                return new LeaseTerms(new Term(2, 2), new Term(3, 3), 0);
            }
        });
    }

    @Test
    void theFlawIsFoundWhenALeaseCountsFromItsReceipt() {
        assertFlawed("a peer counts its lease from the reply", new Rules() {
            @Override
            long leaseStart(long sentAt, long now) {
                return now;
            }
        });
    }

    /** It takes a crash, and a report from before it that comes twice. */
    @Test
    void theFlawIsFoundWhenOldSessionsAreAccepted() {
        assertFlawed("a report of any session is taken for the current one's", new SinglePeer() {
            @Override
            Grantor.Step report(Grantor grantor, Report report, long now) {
                long current = grantor.host(report.host()).session();
                boolean join = report.session() == Report.JOIN || current == Report.JOIN;
                return grantor.report(
                        join ? report : new Report(report.host(), current, report.position(), report.settled()), now);
            }
        }, MORE_FAULTS);
    }

    @Test
    void theFlawIsFoundWhenANewSessionEndsTheOldOnesLease() {
        assertFlawed("a join forgets the earlier session's lease", new Rules() {
            @Override
            Grantor.Step report(Grantor grantor, Report report, long now) {
                Grantor.Step step = grantor.report(report, now);
                HostLease host = step.next().host(report.host());
                return report.session() != Report.JOIN
                        ? step
                        : new Grantor.Step(step.next().withHost(report.host(), new HostLease(host.session(),
                                host.confirmed(), host.due(), host.until(), now)), step.reply());
            }
        });
    }

    @Test
    void theFlawIsFoundWhenAGoneHostNeedNotCatchUp() {
        assertFlawed("a lapsed lease is renewed as if it ran", new Rules() {
            @Override
            Grantor.Step report(Grantor grantor, Report report, long now) {
                HostLease host = grantor.host(report.host());
                return grantor.withHost(report.host(), new HostLease(host.session(), host.confirmed(), host.due(),
                        Math.max(host.until(), now + 1), host.formerUntil())).report(report, now);
            }
        });
    }

    @Test
    void theFlawIsFoundWhenARestartedWriterForgetsWhatWasAnswered() {
        assertFlawed("a started writer requires nothing", new Rules() {
            @Override
            Grantor started(GtidSet executed, long now, long sessions) {
                return super.started(GtidSet.EMPTY, now, sessions);
            }
        });
    }

    @Test
    void theFlawIsFoundWhenAPeerReportsBeforeItPublishes() {
        assertFlawed("a report tells of what is not shown yet", new Rules() {
            @Override
            int reported(int position, int committed) {
                return Math.min(position + 1, committed);
            }
        });
    }
}

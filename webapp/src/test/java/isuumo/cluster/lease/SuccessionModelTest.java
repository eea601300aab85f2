package isuumo.cluster.lease;

import static isuumo.cluster.lease.Search.assertFlawed;

import isuumo.gtid.GtidSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * As {@link ModelTest}, for a peer that becomes the writer: after that has handed over, or has
 * ended.
 */
class SuccessionModelTest {
    @Test
    void theFlawIsFoundWhenAWriterThatHandedOverServesOn() {
        assertFlawed("the former writer's lease does not end", new Rules() {
            @Override
            Leaseholder former(Tenure tenure, long now) {
                return new Leaseholder(terms(), Report.JOIN, now + 2 * terms().parting().peer(), true);
            }
        });
    }

    @Test
    void theFlawIsFoundWhenItServesWhatItHasNotCaughtUpWith() {
        assertFlawed("the former writer lacks a write", new Rules() {
            @Override
            int formerPosition(int committed) {
                return Math.max(0, committed - 1);
            }
        });
    }

    @Test
    void theFlawIsFoundWhenTheNextWriterTakesNoHostForLeased() {
        assertFlawed("a host that serves is taken for one that nobody reaches", new Rules() {
            @Override
            Grantor succeeded(GtidSet executed, long now, long sessions, String lost) {
                return started(executed, now, sessions).without(peers());
            }
        });
    }

    @Test
    void theFlawIsFoundWhenTheNextWriterForgetsWhatWasAnswered() {
        assertFlawed("the next writer requires nothing", new Rules() {
            @Override
            Grantor succeeded(GtidSet executed, long now, long sessions, String lost) {
                return super.succeeded(GtidSet.EMPTY, now, sessions, lost);
            }
        });
    }

    @Test
    void theFlawIsFoundWhenAWriterThatIsStillThereIsTakenForLost() {
        assertFlawed("the former writer serves on, and is not waited for", new Rules() {
            @Override
            Grantor succeeded(GtidSet executed, long now, long sessions, String lost) {
                return started(executed, now, sessions).without(List.of(peers().getFirst()));
            }
        });
    }
}

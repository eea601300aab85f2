package isuumo.cluster.lease;

import static isuumo.cluster.lease.Search.FAULTS;
import static isuumo.cluster.lease.Search.MORE_FAULTS;
import static isuumo.cluster.lease.Search.assertFlawed;
import static isuumo.cluster.lease.Search.assertNeverStale;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * As {@link ModelTest}, for a writer that another may replace while it runs on, once its tenure has ended. That it does not grant
 * leases and does not answer is what the next writer counts on, which takes it for lost.
 */
class TenureModelTest {
    /** Tenures end, and are extended from now on at any time. */
    private static class FailsOver extends Rules {
        @Override
        Tenure tenure(long now) {
            return Tenure.none(now);
        }
    }

    @Test
    void noHostServesAStateWithoutAnAnsweredWrite() {
        assertNeverStale("a writer is replaced after its tenure", new FailsOver(), FAULTS);
    }

    @Test
    void norIfTheNextWriterIsReplacedAsWell() {
        assertNeverStale("writers are replaced after their tenures", new FailsOver() {
            @Override
            List<String> peers() {
                return List.of("b");
            }
        }, MORE_FAULTS);
    }

    @Test
    void theFlawIsFoundWhenTheNextWriterBeginsBeforeTheTenuresEnd() {
        assertFlawed("a writer is replaced within its tenure", new FailsOver() {
            @Override
            boolean mayReplace(Tenure tenure, long now) {
                return true;
            }
        });
    }

    @Test
    void theFlawIsFoundWhenAWriterWithoutTenureAnswersWrites() {
        assertFlawed("a writer answers writes after its tenure", new FailsOver() {
            @Override
            boolean mayAnswer(Tenure tenure, long now) {
                return true;
            }
        });
    }

    @Test
    void theFlawIsFoundWhenAWriterWithoutTenureServesReads() {
        assertFlawed("a writer serves reads after its tenure", new FailsOver() {
            @Override
            boolean mayServe(Tenure tenure, long now) {
                return true;
            }
        });
    }

    @Test
    void theFlawIsFoundWhenAWriterWithoutTenureGrantsLeases() {
        assertFlawed("a writer grants leases after its tenure", new FailsOver() {
            @Override
            boolean mayGrant(Tenure tenure, long now) {
                return true;
            }
        });
    }

    @Test
    void theFlawIsFoundWhenAWriterThatLetsGoServesLongerThanItsTenure() {
        assertFlawed("a former writer's lease outlasts its tenure", new FailsOver() {
            @Override
            Leaseholder former(Tenure tenure, long now) {
                return super.former(Tenure.ENDLESS, now);
            }
        });
    }
}

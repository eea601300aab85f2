package isuumo.chair;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import isuumo.store.RowWrites.Sale;
import isuumo.stress.Variant;
import java.util.Optional;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * A chair whose last piece is sold here is not shown again by a delivery before that sale, which the change feed brings
 * after it.
 */
@JCStressTest
@Outcome(id = "true, false", expect = ACCEPTABLE, desc = "the delivered piece is sold, and the chair hidden")
@Outcome(id = "false, true", expect = ACCEPTABLE, desc = "the buyer came before the delivery was shown")
@Outcome(id = "true, true", expect = FORBIDDEN, desc = "sold out, and shown again")
@Outcome(id = "false, false", expect = FORBIDDEN, desc = "in stock, and hidden")
@State
public class OlderDeliveryRace {
    private final Shop shop = Shop.followed();

    public OlderDeliveryRace() {
        shop.table().put(0); // others sold what there was, and delivered one more; the feed has brought neither yet
        shop.table().put(1);
    }

    @Actor
    public void buyer(ZZ_Result r) {
        r.r1 = Variant.BROKEN ? buyAndForget() : shop.buy();
    }

    /** Publishes the sale, but does not remember that it is ahead of the feed. */
    private boolean buyAndForget() {
        if (!shop.shows()) {
            return false;
        }
        Optional<Sale> sale = shop.table().sell(Shop.CHAIR);
        sale.ifPresent(sold -> shop.position().publishOwn(sold.commit(), shop::hide));
        return sale.isPresent();
    }

    @Actor
    public void feed() {
        shop.replay(1);
        shop.replay(2);
    }

    @Arbiter
    public void after(ZZ_Result r) {
        r.r2 = shop.shows();
    }
}

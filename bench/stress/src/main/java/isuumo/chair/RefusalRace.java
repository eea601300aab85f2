package isuumo.chair;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import isuumo.gtid.GtidSet;
import isuumo.stress.Moment;
import isuumo.stress.Variant;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** A buyer whom the database refuses does not hide what was delivered since. */
@JCStressTest
@Outcome(id = "true, false", expect = ACCEPTABLE, desc = "the delivered piece is sold, and the chair hidden")
@Outcome(id = "false, true", expect = ACCEPTABLE, desc = "the buyer came before the delivery, which is shown")
@Outcome(id = "true, true", expect = FORBIDDEN, desc = "sold out, and shown")
@Outcome(id = "false, false", expect = FORBIDDEN, desc = "in stock, and hidden")
@State
public class RefusalRace {
    private final Shop shop = Shop.followed();

    public RefusalRace() {
        shop.table().put(0); // another host sold what there was; the feed has not brought that yet
    }

    @Actor
    public void buyer(ZZ_Result r) {
        r.r1 = Variant.BROKEN ? buyAndHide() : shop.buy();
    }

    /** Publishes what the database said, whatever was published since it was asked. */
    private boolean buyAndHide() {
        boolean sold = shop.table().sell(Shop.CHAIR).isPresent();
        Moment.await(() -> shop.table().stock() > 0); // is held up
        shop.position().publishOwn(GtidSet.EMPTY, shop::hide);
        return sold;
    }

    @Actor
    public void feed() {
        Moment.await(shop.table()::hasRefused);
        shop.table().put(1);
        shop.replay(2);
    }

    @Arbiter
    public void after(ZZ_Result r) {
        r.r2 = shop.shows();
    }
}

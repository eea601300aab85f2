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

/** A sale of this server is not published once the change feed has brought it, and perhaps a delivery after it. */
@JCStressTest
@Outcome(id = "true, true", expect = ACCEPTABLE, desc = "delivered after the sale, and shown")
@Outcome(id = "false, false", expect = ACCEPTABLE, desc = "sold out, and hidden")
@Outcome(id = "true, false", expect = FORBIDDEN, desc = "in stock, and hidden")
@Outcome(id = "false, true", expect = FORBIDDEN, desc = "sold out, and shown")
@State
public class OwnWriteRace {
    private final Shop shop = Shop.followed();

    @Actor
    public void buyer() {
        if (Variant.BROKEN) {
            buyUnlocked();
        } else {
            shop.buy();
        }
    }

    /** Looks at the position and publishes, without the lock around both. */
    private void buyUnlocked() {
        GtidSet commit = shop.table().sell(Shop.CHAIR).orElseThrow().commit();
        if (!shop.position().get().covers(commit)) {
            Moment.await(() -> shop.table().stock() > 0); // is held up
            shop.hide();
        }
    }

    @Actor
    public void feed(ZZ_Result r) {
        if (Moment.await(() -> shop.table().stock() == 0)) {
            shop.table().put(1);
            shop.replay(2);
            r.r1 = true;
        }
    }

    @Arbiter
    public void after(ZZ_Result r) {
        r.r2 = shop.shows();
    }
}

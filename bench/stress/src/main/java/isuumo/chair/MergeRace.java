package isuumo.chair;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import isuumo.segment.Merger;
import isuumo.stress.Variant;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** A chair whose last piece is sold while segments are merged stays sold out. */
@JCStressTest
@Outcome(id = "false, false", expect = ACCEPTABLE, desc = "not shown after the sale, nor after the merge")
@Outcome(expect = FORBIDDEN, desc = "shown again")
@State
public class MergeRace {
    private final Shop shop = Shop.followed(Shop.UNMERGED);

    @Actor
    public void merger() {
        if (Variant.BROKEN) {
            mergeOwn();
        } else {
            shop.chairs().merge();
        }
    }

    /** Publishes the successor of the catalog that the merge began with, not of the latest. */
    private void mergeOwn() {
        AtomicReference<ChairCatalog> own = new AtomicReference<>(shop.chairs().catalog());
        new Merger<>(Runnable::run, () -> own.get().segments(), merge -> {
            own.set(own.get().merged(merge));
            shop.chairs().publish(own.get());
        }).wake();
    }

    @Actor
    public void buyer(ZZ_Result r) {
        shop.buy();
        r.r1 = shop.shows();
    }

    @Arbiter
    public void after(ZZ_Result r) {
        r.r2 = shop.shows();
    }
}

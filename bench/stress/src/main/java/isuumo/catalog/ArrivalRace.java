package isuumo.catalog;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import isuumo.chair.ChairCatalog;
import isuumo.chair.Shop;
import isuumo.store.DuplicateIdException;
import isuumo.stress.Moment;
import isuumo.stress.Variant;
import isuumo.table.ChairRow;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Whoever saw an uploaded row on another host, which may show it from its commit on, finds it here. */
@JCStressTest
@Outcome(id = "true, false", expect = FORBIDDEN, desc = "shown there, unknown here")
@Outcome(expect = ACCEPTABLE, desc = "not stored yet, or found")
@State
public class ArrivalRace {
    private final Shop shop = Shop.followed();

    @Actor
    public void uploader() {
        try {
            Items<ChairRow, ?, ?, ?> chairs = shop.chairs();
            chairs.add(Shop.uploaded(1));
        } catch (DuplicateIdException e) {
            throw new IllegalStateException(e);
        }
    }

    @Actor
    public void reader(ZZ_Result r) {
        r.r1 = Moment.await(shop::hasCommitted);
        ChairCatalog catalog = Variant.BROKEN ? shop.chairs().catalog() : shop.chairs().catalogWith(Shop.FIRST_NEW);
        r.r2 = catalog.exists(Shop.FIRST_NEW);
    }
}

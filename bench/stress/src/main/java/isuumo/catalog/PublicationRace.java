package isuumo.catalog;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import isuumo.chair.ChairCatalog;
import isuumo.chair.Shop;
import isuumo.stress.Variant;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Of two publications at once both are in the catalog. */
@JCStressTest
@Outcome(id = "false, false", expect = ACCEPTABLE, desc = "both are sold out")
@Outcome(expect = FORBIDDEN, desc = "a sale is lost")
@State
public class PublicationRace {
    private final Published<ChairCatalog> catalog = new Published<>();

    public PublicationRace() {
        catalog.set(Shop.INITIAL);
    }

    private void sellOut(int id) {
        if (Variant.BROKEN) {
            catalog.set(catalog.get().withSoldOut(id)); // not of the latest
        } else {
            catalog.update(current -> current.withSoldOut(id));
        }
    }

    @Actor
    public void oneBuyer() {
        sellOut(Shop.CHAIR);
    }

    @Actor
    public void another() {
        sellOut(Shop.OTHER);
    }

    @Arbiter
    public void after(ZZ_Result r) {
        r.r1 = catalog.get().shows(Shop.CHAIR);
        r.r2 = catalog.get().shows(Shop.OTHER);
    }
}

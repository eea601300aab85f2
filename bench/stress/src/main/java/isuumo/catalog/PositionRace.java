package isuumo.catalog;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import isuumo.catalog.CatalogPosition.Replay;
import isuumo.chair.ChairCatalog;
import isuumo.chair.Shop;
import isuumo.gtid.GtidSet;
import isuumo.stress.Variant;
import isuumo.table.ChairRow;
import isuumo.table.RowChange;
import java.util.List;
import java.util.Optional;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZZ_Result;

/**
 * Who saw a position sees in the catalog all that it covers; and who saw that no own write is owed sees those.
 */
@JCStressTest
@Outcome(id = "true, false, false", expect = ACCEPTABLE, desc = "before the transaction")
@Outcome(id = ".*, true", expect = ACCEPTABLE, desc = "its row is there")
@Outcome(expect = FORBIDDEN, desc = "covered or not owed, but not there")
@State
public class PositionRace {
    private static final GtidSet UPLOAD = GtidSet.parse("0-1-1");
    private static final List<RowChange<ChairRow>> CHANGES = RowChange.inserted(Shop.uploaded(1));

    private final CatalogPosition position = new CatalogPosition();
    private final Published<ChairCatalog> catalog = new Published<>();

    public PositionRace() {
        position.publishOwn(UPLOAD, () -> {});
        position.rebuild(_ -> {
            catalog.set(Shop.INITIAL);
            return Optional.of(GtidSet.EMPTY);
        }, () -> {});
    }

    private void publish() {
        catalog.update(current -> current.after(CHANGES));
    }

    @Actor
    public void feed() {
        position.replay(before -> {
            if (!Variant.BROKEN) {
                publish();
            }
            return new Replay(before.plus(UPLOAD), true);
        }, _ -> {
            if (Variant.BROKEN) {
                publish(); // when the position has moved
            }
        });
    }

    @Actor
    public void reader(ZZZ_Result r) {
        r.r1 = position.owesOwn();
        r.r2 = position.get().covers(UPLOAD);
        r.r3 = catalog.get().exists(Shop.FIRST_NEW);
    }
}

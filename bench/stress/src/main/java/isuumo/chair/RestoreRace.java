package isuumo.chair;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import isuumo.catalog.WriteGate;
import isuumo.stress.Moment;
import isuumo.stress.Variant;
import java.sql.SQLException;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** A sale that a restore has undone is not published after the catalogs that the restore has put back. */
@JCStressTest
@Outcome(id = "true, true", expect = ACCEPTABLE, desc = "restored, and shown")
@Outcome(id = "false, false", expect = ACCEPTABLE, desc = "sold after the restore, and hidden")
@Outcome(id = "true, false", expect = FORBIDDEN, desc = "in stock, and hidden")
@Outcome(id = "false, true", expect = FORBIDDEN, desc = "sold out, and shown")
@State
public class RestoreRace {
    private final Shop shop = Shop.alone();
    /** Broken: another one than the buyer's. */
    private final WriteGate gate = Variant.BROKEN ? new WriteGate() : shop.gate();

    @Actor
    public void buyer() {
        shop.buy();
    }

    @Actor
    public void restorer() {
        Moment.await(() -> shop.table().stock() == 0);
        try {
            gate.alone(() -> {
                shop.rebuild(shop.table().put(1), Shop.INITIAL);
                return null;
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Arbiter
    public void after(ZZ_Result r) {
        r.r1 = shop.table().stock() > 0;
        r.r2 = shop.shows();
    }
}

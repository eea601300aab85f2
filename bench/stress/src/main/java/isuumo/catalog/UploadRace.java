package isuumo.catalog;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import isuumo.chair.Shop;
import isuumo.store.DuplicateIdException;
import isuumo.stress.Variant;
import isuumo.table.ChairRow;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** An upload is seen whole or not at all: who saw one of its rows sees the others. */
@JCStressTest
@Outcome(id = "true, false", expect = FORBIDDEN, desc = "half of the upload")
@Outcome(expect = ACCEPTABLE, desc = "none of it, or it came between the two looks, or all of it")
@State
public class UploadRace {
    private final Shop shop = Shop.followed();

    @Actor
    public void uploader() {
        if (Variant.BROKEN) {
            Shop.uploaded(2).forEach(row -> upload(List.of(row))); // row by row
        } else {
            upload(Shop.uploaded(2));
        }
    }

    private void upload(List<ChairRow> rows) {
        try {
            Items<ChairRow, ?, ?, ?> chairs = shop.chairs();
            chairs.add(rows);
        } catch (DuplicateIdException e) {
            throw new IllegalStateException(e);
        }
    }

    @Actor
    public void reader(ZZ_Result r) {
        r.r1 = shop.chairs().catalog().exists(Shop.FIRST_NEW);
        r.r2 = shop.chairs().catalog().exists(Shop.FIRST_NEW + 1);
    }
}

package isuumo.http;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import isuumo.gzip.Part;
import isuumo.stress.Variant;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A list is answered by its own bytes, whatever others ask for at the same place. */
@JCStressTest
@Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "each gets the own list")
@Outcome(expect = FORBIDDEN, desc = "somebody gets another's list")
@State
public class RecentListsRace {
    private static final int ASKED = 32; // the second miss running keeps a list, a later one finds it
    private static final byte[] HEAD = {'['};
    private static final Part[] ONE = {new Part(new byte[]{1})};
    private static final Part[] OTHER = {new Part(new byte[]{2})};

    private final RecentLists recent = new RecentLists(1, Long.MAX_VALUE);
    private final AtomicReferenceArray<Object> torn = new AtomicReferenceArray<>(2);

    private int ask(Part[] items) {
        int got = items[0].text()[0];
        int own = got;
        for (int i = 0; i < ASKED && got == own; i++) {
            got = (Variant.BROKEN ? torn(items) : recent.gzip(HEAD, items, () -> items[0].text()))[0];
        }
        return got;
    }

    /** Keeps a list and what it is made of beside each other, not in one object. */
    private byte[] torn(Part[] items) {
        if (torn.get(0) == items) {
            return (byte[]) torn.get(1);
        }
        torn.set(1, items[0].text());
        torn.set(0, items);
        return items[0].text();
    }

    @Actor
    public void oneReader(II_Result r) {
        r.r1 = ask(ONE);
    }

    @Actor
    public void another(II_Result r) {
        r.r2 = ask(OTHER);
    }
}

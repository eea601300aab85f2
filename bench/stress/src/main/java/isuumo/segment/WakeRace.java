package isuumo.segment;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import isuumo.catalog.Published;
import isuumo.stress.Variant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Of two uploads at once neither leaves a merge that is due and that nobody makes; and none is lost by merging. */
@JCStressTest
@Outcome(id = "1, 3", expect = ACCEPTABLE, desc = "all in one segment")
@Outcome(expect = FORBIDDEN, desc = "a merge is due, or items are missing")
@State
public class WakeRace {
    private static final Segments<Thing, Object> FIRST = Segments.of(List.of(new Thing(0)), _ -> new Object());

    private final Published<Segments<Thing, Object>> published = new Published<>();
    private final Set<Thread> looked = ConcurrentHashMap.newKeySet();
    private final Merger<Thing, Object> merger = new Merger<>(Runnable::run, this::current,
            merge -> published.update(now -> now.merged(merge)));

    private record Thing(int id) implements Item {
        @Override
        public int popularity() {
            return id;
        }
    }

    public WakeRace() {
        published.set(FIRST);
    }

    /** Broken: nobody looks again when a merge is made. */
    private Segments<Thing, Object> current() {
        return Variant.BROKEN && !looked.add(Thread.currentThread()) ? null : published.get();
    }

    private void upload(int id) {
        var prepared = published.get().prepare(List.of(new Thing(id)), Function.identity());
        published.update(now -> now.after(Set.of(), prepared, Map.of(id, true)));
        merger.wake();
    }

    @Actor
    public void oneUploader() {
        upload(1);
    }

    @Actor
    public void another() {
        upload(2);
    }

    @Arbiter
    public void after(II_Result r) {
        r.r1 = published.get().segments().size();
        r.r2 = (int) IntStream.rangeClosed(0, 2).filter(published.get()::shows).count();
    }
}

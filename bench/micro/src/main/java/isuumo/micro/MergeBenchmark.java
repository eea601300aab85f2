package isuumo.micro;

import isuumo.index.PriceOrder;
import isuumo.index.RangeIndex;
import isuumo.index.WordIndex;
import isuumo.segment.Item;
import isuumo.segment.Merge;
import isuumo.segment.Merger;
import isuumo.segment.Prepared;
import isuumo.segment.Segments;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A merge of all of a catalog, of which uploads have brought two fifths, with indexes as chairs have them: made in the
 * background, published under the lock with a sale that came in between. There is no scan to compare with.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@State(Scope.Thread)
public class MergeBenchmark {
    @Param({"29500", "295000", "2950000"})
    public int rows;

    private Segments<Thing, List<Object>> segments;
    private Segments<Thing, List<Object>> since;
    private Merge<Thing, List<Object>> merge;

    private record Thing(int id, int popularity, int price, int height, String[] features) implements Item {}

    private static List<Object> indexes(List<Thing> ranked) {
        int[] heights = column(ranked, Thing::height);
        int[] prices = column(ranked, Thing::price);
        return List.of(new PriceOrder(prices, column(ranked, Thing::id)), new RangeIndex(Rows.PRICE_RANGES, prices),
                new RangeIndex(Rows.SIZE_RANGES, heights), new RangeIndex(Rows.SIZE_RANGES, heights),
                new RangeIndex(Rows.SIZE_RANGES, heights),
                new WordIndex(ranked.stream().map(Thing::features).toArray(String[][]::new)));
    }

    private static int[] column(List<Thing> ranked, ToIntFunction<Thing> value) {
        return ranked.stream().mapToInt(value).toArray();
    }

    @Setup
    public void build() {
        Rows made = new Rows(rows);
        int[] heights = made.sizesCm();
        int[] prices = made.pricesYen();
        String[] features = made.features();
        List<Thing> things = IntStream.range(0, rows)
                .mapToObj(
                        i -> new Thing(i, prices[i] * 31 % 1000, prices[i], heights[i], WordIndex.tokens(features[i])))
                .toList();
        Segments<Thing, List<Object>> base = Segments.of(things.subList(rows / 5 * 2, rows), MergeBenchmark::indexes);
        List<Thing> uploaded = things.subList(0, rows / 5 * 2);
        segments = base.after(Set.of(), base.prepare(uploaded, Function.identity()),
                uploaded.stream().collect(Collectors.toMap(Thing::id, _ -> true)));
        since = segments.after(Set.of(), Prepared.none(), Map.of(rows / 2, false));
        merge = made();
        if (published().size() != rows) {
            throw new IllegalStateException("a merge must keep the rows");
        }
    }

    @Benchmark
    public Merge<Thing, List<Object>> made() {
        AtomicReference<Segments<Thing, List<Object>>> current = new AtomicReference<>(segments);
        AtomicReference<Merge<Thing, List<Object>>> made = new AtomicReference<>();
        new Merger<>(Runnable::run, current::get, merge -> {
            made.set(merge);
            current.set(null);
        }).wake();
        return made.get();
    }

    @Benchmark
    public Segments<Thing, List<Object>> published() {
        return since.merged(merge);
    }
}

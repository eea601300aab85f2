package isuumo.micro;

import isuumo.catalog.Criteria;
import isuumo.chair.ChairCatalog;
import isuumo.http.JsonText;
import isuumo.http.Page;
import isuumo.table.ChairRow;
import isuumo.table.RowChange;
import isuumo.table.RowChange.Inserted;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
 * What a search costs that is answered from several segments: two conditions, the first page and the fifth, with the page's
 * JSON. Beside the first segment there are uploads, each of a third of the rows of the one before. There is no scan to
 * compare with.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@State(Scope.Thread)
public class SegmentsBenchmark {
    private static final int RATIO = 3;

    @Param({"29500", "295000"})
    public int rows;

    @Param({"1", "3", "5"})
    public int segments;

    private ChairCatalog catalog;

    @Setup
    public void build() {
        catalog = ChairCatalog.of(new Rows(rows).chairs(1), Rows.conditions());
        int firstId = 1 + rows;
        int uploaded = rows / RATIO;
        for (int i = 1; i < segments; i++) {
            List<RowChange<ChairRow>> upload = new Rows(uploaded).chairs(firstId).stream()
                    .<RowChange<ChairRow>>map(Inserted::new).toList();
            catalog = catalog.after(upload, catalog.prepare(upload));
            firstId += uploaded;
            uploaded /= RATIO;
        }
    }

    private JsonText page(int number) {
        return catalog.search(new Criteria(new int[]{2, 1, -1, -1}, new String[]{"", ""}, "", new Page(number, 25)));
    }

    @Benchmark
    public byte[] firstPage() {
        return page(0).plain();
    }

    @Benchmark
    public byte[] fifthPage() {
        return page(4).plain();
    }

    @Benchmark
    public byte[] byFeature() {
        return catalog.search(new Criteria(new int[]{2, -1, -1, -1}, new String[]{"", ""}, "特徴7", new Page(0, 25)))
                .plain();
    }
}

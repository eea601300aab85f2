package isuumo.micro;

import isuumo.chair.ChairCatalog;
import isuumo.table.ChairRow;
import isuumo.table.RowChange;
import isuumo.table.RowChange.Inserted;
import isuumo.table.RowChange.StockChanged;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
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
 * The catalog after a write: after an upload of 500 chairs (encoded and indexed before the lock is taken, published under
 * it), after the sale of a last piece, after a delivery. There is no scan to compare with.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@State(Scope.Thread)
public class PublicationBenchmark {
    private static final int UPLOADED_ROWS = 500;

    @Param({"29500", "295000", "2950000"})
    public int rows;

    private ChairCatalog catalog;
    private ChairCatalog soldOut;
    private List<RowChange<ChairRow>> upload;
    private UnaryOperator<ChairCatalog> publication;
    private List<RowChange<ChairRow>> delivery;

    @Setup
    public void build() {
        catalog = ChairCatalog.of(new Rows(rows).chairs(1), Rows.conditions());
        soldOut = catalog.withSoldOut(rows / 2);
        upload = new Rows(UPLOADED_ROWS).chairs(rows + 1).stream().<RowChange<ChairRow>>map(Inserted::new).toList();
        delivery = List.of(new StockChanged<>(rows / 2, 0, 1));
        var prepared = catalog.prepare(upload);
        publication = current -> current.after(upload, prepared);
        if (uploadPublished().size() != rows + UPLOADED_ROWS) {
            throw new IllegalStateException("an upload must add its rows");
        }
    }

    @Benchmark
    public Object uploadPrepared() {
        return catalog.prepare(upload);
    }

    @Benchmark
    public ChairCatalog uploadPublished() {
        return publication.apply(catalog);
    }

    @Benchmark
    public ChairCatalog lastPieceSold() {
        return catalog.withSoldOut(rows / 2);
    }

    @Benchmark
    public ChairCatalog delivered() {
        return soldOut.after(delivery, soldOut.prepare(delivery));
    }
}

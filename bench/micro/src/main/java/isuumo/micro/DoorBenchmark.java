package isuumo.micro;

import isuumo.index.DenseRows;
import isuumo.index.DoorIndex;
import java.util.Arrays;
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

/** The 20 most popular estates whose door a chair passes; the bigger the chair, the fewer doors. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@State(Scope.Thread)
public class DoorBenchmark {
    private static final int LIMIT = 20;

    @Param({"29500", "295000", "2950000"})
    public int rows;

    /** Both sides that must pass, in centimetres: most doors, some, hardly any. */
    @Param({"60", "150", "199"})
    public int chairCm;

    private int[] heights;
    private int[] widths;
    private DenseRows all;
    private DoorIndex index;

    @Setup
    public void build() {
        Rows made = new Rows(rows);
        heights = made.sizesCm();
        widths = made.sizesCm();
        all = DenseRows.all(rows);
        index = new DoorIndex(heights, widths);
        Rows.requireSame(indexed(), scanned());
    }

    @Benchmark
    public int[] indexed() {
        return index.first(chairCm, chairCm, LIMIT, all);
    }

    @Benchmark
    public int[] scanned() {
        int[] found = new int[LIMIT];
        int n = 0;
        for (int row = 0; row < rows && n < LIMIT; row++) {
            if (Math.min(heights[row], widths[row]) >= chairCm && Math.max(heights[row], widths[row]) >= chairCm) {
                found[n++] = row;
            }
        }
        return Arrays.copyOf(found, n);
    }
}

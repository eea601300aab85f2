package isuumo.micro;

import isuumo.index.DenseRows;
import isuumo.index.RangeIndex;
import isuumo.index.RowSet;
import isuumo.index.Selection;
import isuumo.index.WordIndex;
import java.util.Arrays;
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
 * A search with three conditions (a price range, a height range, a feature), and one by a feature that ten rows have: the
 * count and the first page of 25.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@State(Scope.Thread)
public class SearchBenchmark {
    private static final int PRICE_RANGE = 2;
    private static final int HEIGHT_RANGE = 1;
    private static final String WORD = "特徴7";
    private static final String RARE_WORD = "一点物";
    private static final int RARE_ROWS = 10;
    private static final int PER_PAGE = 25;

    @Param({"29500", "295000", "2950000"})
    public int rows;

    private int[] prices;
    private int[] heights;
    private String[] features;
    private DenseRows all;
    private RangeIndex byPrice;
    private RangeIndex byHeight;
    private WordIndex byFeature;

    @Setup
    public void build() {
        Rows made = new Rows(rows);
        prices = made.pricesYen();
        heights = made.sizesCm();
        features = made.features();
        for (int i = 0; i < RARE_ROWS; i++) {
            features[i * (rows / RARE_ROWS)] += "," + RARE_WORD;
        }
        all = DenseRows.all(rows);
        byPrice = new RangeIndex(Rows.PRICE_RANGES, prices);
        byHeight = new RangeIndex(Rows.SIZE_RANGES, heights);
        byFeature = new WordIndex(features);
        Rows.requireSame(indexed(), scanned());
    }

    @Benchmark
    public int[] indexed() {
        return answer(List.of(all, byPrice.rows(PRICE_RANGE), byHeight.rows(HEIGHT_RANGE), byFeature.rows(WORD)));
    }

    @Benchmark
    public int[] rare() {
        return answer(List.of(all, byFeature.rows(RARE_WORD)));
    }

    /** The count, then the page's rows. */
    private int[] answer(List<RowSet> conditions) {
        Selection found = Selection.of(rows, conditions);
        int[] page = found.page(0, PER_PAGE);
        int[] answer = new int[page.length + 1];
        answer[0] = found.count();
        System.arraycopy(page, 0, answer, 1, page.length);
        return answer;
    }

    @Benchmark
    public int[] scanned() {
        int[] answer = new int[PER_PAGE + 1];
        for (int row = 0; row < rows; row++) {
            if (Rows.PRICE_RANGES.get(PRICE_RANGE).contains(prices[row])
                    && Rows.SIZE_RANGES.get(HEIGHT_RANGE).contains(heights[row]) && features[row].contains(WORD)) {
                answer[0]++;
                if (answer[0] <= PER_PAGE) {
                    answer[answer[0]] = row;
                }
            }
        }
        return Arrays.copyOf(answer, Math.min(PER_PAGE, answer[0]) + 1);
    }
}

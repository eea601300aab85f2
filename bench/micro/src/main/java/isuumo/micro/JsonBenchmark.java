package isuumo.micro;

import isuumo.gzip.Part;
import isuumo.http.JsonItem;
import isuumo.http.JsonList;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
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

/** A search answer of 25 estates: items encoded beforehand and copied, against encoding them for each answer. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@State(Scope.Thread)
public class JsonBenchmark {
    private static final int PER_PAGE = 25;
    private static final String DESCRIPTION = "駅から近く、買い物にも便利な静かな住宅地にあります。".repeat(2);

    /** Rows in the catalog: the more, the less of it is in the processor's caches. */
    @Param({"29500", "295000", "2950000"})
    public int rows;

    private final SplittableRandom random = new SplittableRandom(10);
    private List<Part> items;
    private JsonList list;

    @Setup
    public void build() {
        items = IntStream.range(0, rows).mapToObj(row -> new Part(encode(row))).toList();
        list = JsonList.learn("estates", items);
        int[] page = {0, rows / 2, rows - 1};
        if (!Arrays.equals(assembled(page), encoded(page))) {
            throw new IllegalStateException("both ways must give the same bytes");
        }
    }

    private static byte[] encode(int row) {
        return new JsonItem().put("id", row).put("thumbnail", "/images/estate/" + row + ".png").put("name", "物件" + row)
                .put("description", DESCRIPTION).put("latitude", 35 + row / 1e7).put("longitude", 139 + row / 1e7)
                .put("address", "東京都港区" + row).put("rent", 30000 + row).put("doorHeight", row % 170 + 30)
                .put("doorWidth", row % 160 + 30).put("features", "特徴1,特徴2").toBytes();
    }

    private int[] anyPage() {
        return IntStream.generate(() -> random.nextInt(rows)).limit(PER_PAGE).toArray();
    }

    @Benchmark
    public byte[] assembled() {
        return assembled(anyPage());
    }

    @Benchmark
    public byte[] encoded() {
        return encoded(anyPage());
    }

    private byte[] assembled(int[] page) {
        return list.counted(rows, IntStream.of(page).mapToObj(items::get).toList(), Function.identity()).plain();
    }

    private byte[] encoded(int[] page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(("{\"count\":" + rows + ",\"estates\":[").getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < page.length; i++) {
            out.writeBytes(i > 0 ? new byte[]{','} : new byte[0]);
            out.writeBytes(encode(page[i]));
        }
        out.writeBytes(new byte[]{']', '}'});
        return out.toByteArray();
    }
}

package isuumo.micro;

import isuumo.gzip.Part;
import isuumo.http.JsonItem;
import isuumo.http.JsonList;
import isuumo.http.JsonText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
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
 * A search answer of 25 estates, compressed: from rows coded beforehand, and by zlib; beside the plain answer. The setup
 * prints how long each is.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@State(Scope.Thread)
public class GzipBenchmark {
    private static final int PER_PAGE = 25;
    private static final int GZIP_HEADER_AND_TRAILER = 18;
    private static final int MEASURED_LISTS = 500;
    private static final List<String> PLACES = List.of("並木通り", "港の見える丘", "神社となり", "商店街", "川沿い", "坂の上");
    private static final List<String> SENTENCES = List.of("見晴らしのよい", "静かな一角に建つ", "書斎と台所の間は", "引き戸で、", "風通しのよい",
            "住まいです。", "町内会の行事は", "自由参加です。", "照明はすべて", "調光できます。", "古い梁を残して", "補強を済ませています。", "駅から近く、",
            "買い物にも便利な", "住宅地にあります。", "朝の光が", "台所まで届きます。", "窓を開けると", "季節の花が見えます。");

    /** Rows in the catalog: the more, the less of it is in the processor's caches. */
    @Param({"29500", "295000"})
    public int rows;

    private final SplittableRandom random = new SplittableRandom(10);
    private final byte[] buffer = new byte[1 << 16];
    private List<Part> items;
    private List<Part> sameItems;
    private JsonList list;

    @Setup
    public void build() throws IOException {
        SplittableRandom values = new SplittableRandom(11);
        items = IntStream.range(0, rows).mapToObj(row -> new Part(estate(row, values))).toList();
        list = JsonList.learn("estates", items);
        sameItems = items.subList(0, PER_PAGE);
        long plain = 0;
        long joined = 0;
        long level1 = 0;
        long level6 = 0;
        for (int i = 0; i < MEASURED_LISTS; i++) {
            JsonText text = anyPage();
            if (!Arrays.equals(new GZIPInputStream(new ByteArrayInputStream(text.gzip())).readAllBytes(),
                    text.plain())) {
                throw new IllegalStateException("what is compressed must be what is plain");
            }
            plain += text.plain().length;
            joined += text.gzip().length;
            level1 += deflated(text, 1);
            level6 += deflated(text, 6);
        }
        System.out.printf("%n# bytes of a list: plain %d, joined gzip %.3f of it, zlib level 1 %.3f, level 6 %.3f%n",
                plain / MEASURED_LISTS, (double) joined / plain, (double) level1 / plain, (double) level6 / plain);
    }

    private static byte[] estate(int row, RandomGenerator random) {
        return new JsonItem().put("id", row)
                .put("thumbnail", "/images/estate/" + hex(random) + hex(random) + hex(random) + hex(random) + ".png")
                .put("name", oneOf(PLACES, random) + "の" + oneOf(PLACES, random) + "ハイツ")
                .put("description", IntStream.range(0, random.nextInt(4, 12)).mapToObj(_ -> oneOf(SENTENCES, random))
                        .collect(Collectors.joining()))
                .put("latitude", random.nextDouble(31, 44)).put("longitude", random.nextDouble(130, 141))
                .put("address",
                        "東京都港区" + oneOf(PLACES, random) + random.nextInt(1, 30) + "丁目" + random.nextInt(1, 30) + "番")
                .put("rent", random.nextInt(30_000, 200_000)).put("doorHeight", random.nextInt(30, 200))
                .put("doorWidth", random.nextInt(30, 200)).put("features", "特徴" + random.nextInt(50) + ",駐車場あり")
                .toBytes();
    }

    private static String hex(RandomGenerator random) {
        return String.format("%016x", random.nextLong());
    }

    private static String oneOf(List<String> texts, RandomGenerator random) {
        return texts.get(random.nextInt(texts.size()));
    }

    private JsonText anyPage() {
        return list.counted(rows, IntStream.generate(() -> random.nextInt(rows)).limit(PER_PAGE).mapToObj(items::get)
                .toList(), Function.identity());
    }

    private int deflated(JsonText text, int level) {
        Deflater deflater = new Deflater(level, true);
        deflater.setInput(text.plain());
        deflater.finish();
        int length = deflater.deflate(buffer) + GZIP_HEADER_AND_TRAILER;
        deflater.end();
        return length;
    }

    @Benchmark
    public byte[] plain() {
        return anyPage().plain();
    }

    /** One that is asked for again and again. */
    @Benchmark
    public byte[] keptGzip() {
        return list.counted(rows, sameItems, Function.identity()).gzip();
    }

    /** One that is new nearly every time. */
    @Benchmark
    public byte[] joinedGzip() {
        return anyPage().gzip();
    }

    @Benchmark
    public int zlibLevel1() {
        return deflated(anyPage(), 1);
    }

    @Benchmark
    public int zlibLevel6() {
        return deflated(anyPage(), 6);
    }
}

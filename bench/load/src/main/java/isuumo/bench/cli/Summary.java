package isuumo.bench.cli;

import isuumo.bench.report.Result;
import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A few lines for the person who looks on. */
final class Summary {
    private static final int EXAMPLES = 5;

    private Summary() {}

    static void print(Result result, PrintStream err) {
        result.examples().stream().limit(EXAMPLES).forEach(e -> err.println("  " + e));
        err.printf(Locale.ROOT, "%s  score %,d  level %d  %,d requests in %.1f s  seed %d%s%n",
                result.pass() ? "PASS" : "FAIL", result.score(), result.level(), result.requests(),
                result.loadSeconds(), result.seed(),
                Stream.of(result.variation().besideTimes(), result.variation().besideScores())
                        .filter(text -> !text.isEmpty()).map(text -> "  " + text).collect(Collectors.joining()));
        err.printf(Locale.ROOT, "  received %.1f MB%s, sent %.1f MB%s, %,d of %,d GETs answered in gzip%n",
                result.wire().receivedBytes() / 1e6, aPoint("%,.0f bytes", result.receivedBytesPerPoint()),
                result.wire().sentBytes() / 1e6, aPoint("%,.0f bytes", result.sentBytesPerPoint()),
                result.wire().gzipGets(), result.wire().gets());
        result.cpuSeconds().forEach((name, seconds) -> err.printf(Locale.ROOT, "  CPU of %s: %.1f s%s%n", name,
                seconds, aPoint("%.3f ms", result.cpuMillisPerPoint().get(name))));
    }

    /** Empty where no points were made. */
    private static String aPoint(String format, Double value) {
        return value == null ? "" : String.format(Locale.ROOT, " (" + format + " a point)", value);
    }
}

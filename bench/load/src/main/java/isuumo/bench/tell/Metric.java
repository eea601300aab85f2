package isuumo.bench.tell;

import isuumo.bench.data.BadData;
import isuumo.bench.data.Json;
import isuumo.bench.report.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A value at a time, as metrics services take it.
 *
 * @param name of letters, digits, dots, underscores and hyphens
 * @param time in seconds since 1970 (UTC)
 */
public record Metric(String name, long time, double value) {
    private static final String BENCHMARK = "isuumo.benchmark.";

    public Metric {
        if (!name.matches("[A-Za-z0-9._-]{1,200}")) {
            throw new BadData("'" + name + "' is no metric's name: give 1 to 200 letters, digits, dots, _ and -");
        }
        if (!Double.isFinite(value)) {
            throw new BadData("the metric " + name + " is " + value + ": give a finite number");
        }
    }

    /** The score and the main figures of a run; milliseconds where the name says so. */
    public static List<Metric> of(Result result) {
        long time = Instant.parse(result.startedAt()).getEpochSecond();
        List<Metric> metrics = new ArrayList<>(List.of(
                new Metric(BENCHMARK + "pass", time, result.pass() ? 1 : 0),
                new Metric(BENCHMARK + "score", time, result.score()),
                new Metric(BENCHMARK + "level", time, result.level()),
                new Metric(BENCHMARK + "requests_per_second", time,
                        result.requests() / Math.max(0.001, result.loadSeconds())),
                new Metric(BENCHMARK + "errors", time, result.errors().critical() + result.errors().application())));
        for (Result.EndpointLine e : result.endpoints()) {
            metrics.add(new Metric(BENCHMARK + "p99_millis." + plain(e.endpoint()), time, e.p99()));
        }
        result.cpuMillisPerPoint().forEach((process, millis) -> metrics
                .add(new Metric(BENCHMARK + "cpu_millis_per_point." + plain(process), time, millis)));
        return metrics;
    }

    private static String plain(String text) {
        return text.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_|_$", "");
    }

    /** {@code [{"name":…,"time":…,"value":…}]}. */
    public static byte[] json(List<Metric> metrics) throws IOException {
        return Json.MAPPER.writeValueAsBytes(metrics);
    }

    /** A line each: name, value, time, separated by tabs. */
    public static byte[] lines(List<Metric> metrics) {
        return metrics.stream().map(m -> m.name() + "\t" + m.value() + "\t" + m.time() + "\n")
                .collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8);
    }
}

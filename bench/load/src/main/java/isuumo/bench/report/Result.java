package isuumo.bench.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import com.fasterxml.jackson.databind.JsonNode;
import isuumo.bench.Variation;
import isuumo.bench.http.Wire;
import isuumo.bench.run.Outcome;
import isuumo.bench.run.Sample;
import isuumo.bench.score.Endpoint;
import isuumo.bench.score.Metrics;
import isuumo.bench.score.Severity;
import isuumo.bench.score.Tally;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * A run as {@code result.json} keeps it: all that the page and a comparison need. Latencies are milliseconds. All
 * times of the load phase are in the rules' time ({@link Variation}); CPU time is what the processes used.
 *
 * @param rate         requests a second of the open loop; 0 for a scored run
 * @param target       the addresses, separated by spaces
 * @param seed         of every random choice
 * @param version      the target's answer to GET /version, or null
 * @param cpuSeconds   CPU time of the load phase by process, "benchmark" always among them
 * @param wire         bytes of the load phase, and its GETs in gzip
 * @param points       points before errors are taken off
 * @param scenarios    played to the end
 * @param loadFromMillis when the load phase began, since 1970; 0 if it never did, or the file is of before
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Result(boolean pass, long score, String reason, String language, String target, JsonNode version,
        String startedAt, boolean strict, int rate, long seed, double loadSeconds, int level, long points,
        long scenarios, long requests, Errors errors, Map<String, Double> cpuSeconds, Wire wire,
        List<Tally.Message> messages,
        List<String> examples, List<EndpointLine> endpoints, List<Metrics.Slow> slowest, List<Sample> samples,
        MachineCard machine, Variation variation, long loadFromMillis) {

    /** Files of before there was a variation, or a count of bytes, can still be compared. */
    public Result {
        version = version == null || version.isNull() ? null : version; // as it is read back
        variation = variation == null ? Variation.NONE : variation;
        wire = wire == null ? Wire.NOTHING : wire;
    }

    /** How often what went wrong; {@code leaves} are users who left a slow page. */
    public record Errors(long critical, long application, long noted, long leaves) {}

    /** One endpoint's row; {@code wrong} counts answers judged wrong, {@code unanswered} those that
     * never came; {@code waitedSeconds} is what all users together spent waiting for it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record EndpointLine(String endpoint, long count, long wrong, long unanswered, double perSecond,
            double waitedSeconds, double p50, double p90, double p99, double p999, double max) {}

    /** How a run was asked for. */
    public record Order(String target, JsonNode version, String startedAt, int rate, long seed) {}

    public static Result of(Outcome outcome, Order order, Map<String, Double> cpuSeconds) {
        var world = outcome.world();
        Tally tally = world.tally();
        double seconds = outcome.loaded().toNanos() / 1e9;
        return new Result(outcome.pass(), outcome.pass() || tally.errors(Severity.CRITICAL) == 0 ? tally.score() : 0,
                outcome.reason(), outcome.language(), order.target(), order.version(), order.startedAt(),
                world.strict(), order.rate(), order.seed(), seconds, world.level().get(), tally.points(),
                world.scenarios().get(), world.metrics().requests(),
                new Errors(tally.errors(Severity.CRITICAL), tally.errors(Severity.APPLICATION),
                        tally.errors(Severity.NOTED), tally.leaves()),
                cpuSeconds, outcome.wire(), tally.messages(), tally.examples(),
                Arrays.stream(Endpoint.values()).filter(e -> world.metrics().latency(e).getTotalCount() > 0)
                        .map(e -> line(e, world.metrics(), seconds)).toList(),
                world.metrics().slowest(), outcome.samples(), MachineCard.ofThisMachine(),
                world.parameters().variation(), outcome.loadFrom());
    }

    private static EndpointLine line(Endpoint endpoint, Metrics metrics, double seconds) {
        Histogram micros = metrics.latency(endpoint);
        return new EndpointLine(endpoint.label(), micros.getTotalCount(), metrics.wrongs(endpoint),
                metrics.unanswered(endpoint), micros.getTotalCount() / seconds,
                micros.getMean() * micros.getTotalCount() / 1e6, millis(micros, 50),
                millis(micros, 90), millis(micros, 99), millis(micros, 99.9), micros.getMaxValue() / 1e3);
    }

    private static double millis(Histogram micros, double percentile) {
        return micros.getValueAtPercentile(percentile) / 1e3;
    }

    /** Milliseconds of CPU per point, by process; empty without points or in the open loop. */
    @JsonProperty(access = Access.READ_ONLY)
    public Map<String, Double> cpuMillisPerPoint() {
        Map<String, Double> millis = new LinkedHashMap<>();
        cpuSeconds.forEach((process, seconds) -> millis.put(process, perPoint(seconds * 1e3)));
        return hasScore() ? millis : Map.of();
    }

    /** Null without points or in the open loop. */
    @JsonProperty(access = Access.READ_ONLY)
    public Double receivedBytesPerPoint() {
        return perPoint(wire.receivedBytes());
    }

    /** Null without points or in the open loop. */
    @JsonProperty(access = Access.READ_ONLY)
    public Double sentBytesPerPoint() {
        return perPoint(wire.sentBytes());
    }

    private Double perPoint(double amount) {
        return hasScore() ? amount / points : null;
    }

    /** The open loop makes no points; one may be left of the verify phase. */
    private boolean hasScore() {
        return points > 0 && rate == 0;
    }

    /** The contest's one line. */
    public Verdict verdict() {
        return new Verdict(pass, score, messages.stream().map(m -> new Verdict.Line(m.text(), m.count())).toList(),
                reason, language);
    }

    /** What the contest's benchmark prints. */
    public record Verdict(boolean pass, long score, List<Line> messages, String reason, String language) {

        /** A sort of error and how often it occurred. */
        public record Line(String text, long count) {}
    }
}

package isuumo.bench.fault;

import isuumo.bench.Parameters;
import isuumo.bench.Parameters.Level;
import isuumo.bench.Parameters.Pause;
import isuumo.bench.Parameters.Pauses;
import isuumo.bench.Parameters.Timeouts;
import isuumo.bench.answers.AnswerSource;
import isuumo.bench.data.DataSet;
import isuumo.bench.run.BenchRun;
import isuumo.bench.run.CpuMeter;
import isuumo.bench.run.Outcome;
import isuumo.bench.run.Progress;
import isuumo.bench.score.Severity;
import isuumo.bench.score.Tally;
import isuumo.bench.story.World;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A short run of the whole benchmark against a server with a fault, and what came of it. */
final class Trial {
    private static final long SEED = 20201012;
    /** Workers under way when the load ends: what the server did for them last may not have been counted. */
    private static final int WORKERS = 11;

    /** For runs that must fail: they end as soon as they have, and a busy machine has time to get there. */
    private static final Duration LONG_ENOUGH_TO_FAIL = Duration.ofSeconds(40);

    private final Outcome outcome;
    private final long serverPoints;

    private Trial(Outcome outcome, long serverPoints) {
        this.outcome = outcome;
        this.serverPoints = serverPoints;
    }

    static Parameters parameters() {
        Parameters contest = Parameters.contest();
        return contest.withLoad(Duration.ofMillis(1000)).withLevels(List.of(new Level(0, 3, 2, 2, 2, 1, 1)))
                .withPauses(new Pauses(Pause.millis(2, 2), Pause.millis(30, 5), Pause.millis(30, 5),
                        Pause.millis(40, 0), Pause.millis(60, 0)));
    }

    /** No crawlers, for servers that let them in. */
    static Parameters withUploadsWithoutBots() {
        return parameters().withLevels(List.of(new Level(0, 2, 2, 2, 0, 2, 2)));
    }

    /** Nobody uploads, so that nothing is critical. */
    static Parameters withoutUploads() {
        return parameters().withLevels(List.of(new Level(0, 3, 2, 2, 2, 0, 0)));
    }

    /** Pages over 100 ms are left, requests over 300 ms time out, uploads over 600 ms are late. */
    static Parameters impatient() {
        return parameters().withTimeouts(new Timeouts(Duration.ofMillis(600), Duration.ofSeconds(10),
                Duration.ofSeconds(2), Duration.ofMillis(300), Duration.ofMillis(600), Duration.ofMillis(100)));
    }

    static Trial of(Fault fault) throws IOException, InterruptedException {
        return of(fault, parameters(), false);
    }

    static Trial of(Fault fault, Parameters parameters, boolean strict) throws IOException, InterruptedException {
        DataSet data = SmallData.of(SEED);
        return of(fault, parameters, strict, data, AnswerSource.computed(data));
    }

    static Trial of(Fault fault, Parameters parameters, boolean strict, DataSet data, AnswerSource answers)
            throws IOException, InterruptedException {
        try (PlainServer server = new PlainServer(data, fault)) {
            World world = World.of(List.of(server.uri()), data, parameters, strict);
            Outcome outcome = new BenchRun(world, answers, 0, SEED, Progress.silent(), new CpuMeter(Map.of())).run();
            return new Trial(outcome, server.points());
        }
    }

    /** A run that is over as soon as it has failed. */
    static Trial failing(Fault fault, Parameters parameters, boolean strict) throws IOException, InterruptedException {
        return of(fault, parameters.withLoad(LONG_ENOUGH_TO_FAIL), strict);
    }

    boolean pass() {
        return outcome.pass();
    }

    String reason() {
        return outcome.reason();
    }

    long errors(Severity severity) {
        return outcome.world().tally().errors(severity);
    }

    long score() {
        return outcome.world().tally().score();
    }

    long leaves() {
        return outcome.world().tally().leaves();
    }

    /** Whether the score is what the rules make of the server's own count of points, 50 off per application error. */
    boolean scoreIsByTheRules() {
        long most = Math.max(0, serverPoints - 50 * errors(Severity.APPLICATION));
        return score() <= most && score() >= Math.max(0, most - WORKERS);
    }

    boolean tells(Severity severity, String text) {
        return outcome.world().tally().messages().stream()
                .anyMatch(m -> m.severity() == severity && m.text().contains(text));
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(
                "pass " + pass() + ", score " + score() + " of " + serverPoints + ", " + reason() + ", seed " + SEED);
        for (Tally.Message message : outcome.world().tally().messages()) {
            out.append("\n  ").append(message);
        }
        outcome.world().tally().examples().stream().limit(3).forEach(e -> out.append("\n  e.g. ").append(e));
        return out.toString();
    }
}

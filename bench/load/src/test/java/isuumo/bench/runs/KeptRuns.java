package isuumo.bench.runs;

import isuumo.bench.Variation;
import isuumo.bench.data.Json;
import isuumo.bench.http.Wire;
import isuumo.bench.report.MachineCard;
import isuumo.bench.report.Result;
import isuumo.bench.run.Sample;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Runs for tests, kept one after the other. */
public final class KeptRuns {
    private final Runs runs;
    private int second;

    public KeptRuns(Runs runs) {
        this.runs = runs;
    }

    public KeptRun keep(String commit, long score) throws IOException {
        return keep(commit, score, 0, Settings.NONE);
    }

    /** @param rate of the open loop; 0 for a score */
    public KeptRun keep(String commit, long score, int rate, Settings settings) throws IOException {
        return runs.keep(result(score, rate, String.format("2026-12-01T00:00:%02dZ", second++)),
                new RunCard(commit, commit.endsWith("+"), "A <b>", "subject of " + commit, ""), settings);
    }

    /** 2026-12-01T00:00:00Z, in milliseconds. */
    public static final long LOAD_FROM = 1_796_083_200_000L;

    /** A search takes a millisecond a thousand points. */
    static Result result(long score, int rate, String startedAt) {
        return new Result(score >= 0, Math.max(0, score), score >= 0 ? "OK" : "it fell", "java", "http://localhost:1",
                Json.MAPPER.createObjectNode(), startedAt, false, rate, 7, 60, 11, Math.max(0, score), 90, 6_000,
                new Result.Errors(0, 0, 0, 0), Map.of("benchmark", 2.0), Wire.NOTHING, List.of(), List.of(),
                List.of(new Result.EndpointLine("GET /x", 10, 0, 0, 1, 2, score / 1e3, 2, 3, 4, 5)), List.of(),
                List.of(new Sample(1, 5, 0, 100, 0, 0), new Sample(2, score, 11, 200, 1, 2)),
                MachineCard.ofThisMachine(), Variation.NONE, LOAD_FROM);
    }
}

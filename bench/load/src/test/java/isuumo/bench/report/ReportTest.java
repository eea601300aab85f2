package isuumo.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.bench.data.Json;
import isuumo.bench.run.Sample;
import isuumo.bench.score.Metrics;
import isuumo.bench.score.Severity;
import isuumo.bench.score.Tally;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportTest {
    private static Result result(boolean pass, long score, double p50) {
        return new Result(pass, score, pass ? "OK" : "critical error", "java", "http://localhost:1",
                Json.MAPPER.createObjectNode().put("commit", "abc"), "now", false,
                0, 7, 60, 11, score, 90, 1000, new Result.Errors(0, 1, 2, 3), Map.of("benchmark", 2.0),
                List.of(new Tally.Message("<b>\"bad\"</b>", Severity.APPLICATION, 4)), List.of("one & only"),
                List.of(new Result.EndpointLine("GET /x", 10, 0, 0, 1, 2, p50, 2, 3, 4, 5)),
                List.of(new Metrics.Slow("GET /<script>", 200, 12, 3)),
                List.of(new Sample(1, 5, 0, 100, 0, 0), new Sample(2, score, 11, 200, 1, 2)),
                MachineCard.ofThisMachine());
    }

    @Test
    void theFilesHoldTheRun(@TempDir Path folder) throws Exception {
        Result result = result(true, 500, 1);
        ResultFiles.write(folder, result);
        assertEquals(result, ResultFiles.read(folder));
        String page = Files.readString(folder.resolve("index.html"));
        for (String wanted : List.of("PASS", "500 points", "&lt;b&gt;&quot;bad&quot;&lt;/b&gt;", "one &amp; only",
                "<svg", "prefers-color-scheme:dark", "GET /&lt;script&gt;")) {
            assertTrue(page.contains(wanted), wanted);
        }
        assertFalse(page.contains("<script") || page.contains("http://www") || page.contains("https://"),
                "self-contained");
    }

    @Test
    void theVerdictIsTheContestsLine() throws Exception {
        assertEquals("{\"pass\":true,\"score\":500,\"messages\":[{\"text\":\"<b>\\\"bad\\\"</b>\",\"count\":4}],"
                + "\"reason\":\"OK\",\"language\":\"java\"}",
                Json.MAPPER.writeValueAsString(result(true, 500, 1).verdict()));
    }

    @Test
    void aComparisonGivesRatios() {
        List<String> lines = Comparison.table(result(true, 500, 2), result(false, 1000, 1)).lines()
                .map(line -> line.strip().replaceAll(" {2,}", " | ")).toList();
        assertTrue(lines.contains("score | 500 | 1,000 | 2.00"), lines::toString);
        assertTrue(lines.contains("GET /x, p50 ms | 2.00 | 1.00 | 0.50"), lines::toString);
        assertTrue(lines.contains("CPU ms a point, benchmark | 4.000 | 2.000 | 0.50"), lines::toString);
        assertTrue(lines.getFirst().startsWith("pass | FAIL"), lines::toString);
    }
}

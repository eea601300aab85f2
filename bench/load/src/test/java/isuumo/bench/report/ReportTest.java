package isuumo.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import isuumo.bench.Variation;
import isuumo.bench.data.Json;
import isuumo.bench.http.Wire;
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
    private static final Wire WIRE = new Wire(4_000_000, 300_000, 800, 600);

    private static Result result(boolean pass, long score, double p50) {
        return result(pass, score, p50, Variation.NONE, 0);
    }

    private static Result result(boolean pass, long score, double p50, Variation variation, int rate) {
        return new Result(pass, score, pass ? "OK" : "critical error", "java", "http://localhost:1",
                Json.MAPPER.createObjectNode().put("commit", "abc"), "now", false,
                rate, 7, 60, 11, score, 90, 1000, new Result.Errors(0, 1, 2, 3), Map.of("benchmark", 2.0), WIRE,
                List.of(new Tally.Message("<b>\"bad\"</b>", Severity.APPLICATION, 4)), List.of("one & only"),
                List.of(new Result.EndpointLine("GET /x", 10, 0, 0, 1, 2, p50, 2, 3, 4, 5)),
                List.of(new Metrics.Slow("GET /<script>", 200, 12, 3)),
                List.of(new Sample(1, 5, 0, 100, 0, 0), new Sample(2, score, 11, 200, 1, 2)),
                MachineCard.ofThisMachine(), variation, 0);
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
    void slowMotionStandsBesideEveryTimeAndACrowdBesideTheScore() {
        String page = HtmlReport.of(result(true, 500, 1, new Variation(2.5, 3), 0), Panels.NONE);
        for (String wanted : List.of("contest rules, slow motion 2.5, crowd 3 (scores are not comparable",
                "load, slow motion 2.5", "requests/s, slow motion 2.5", "Over time, slow motion 2.5",
                "Where the time goes, slow motion 2.5", "Slowest requests, slow motion 2.5")) {
            assertTrue(page.contains(wanted), wanted);
        }
        String plain = HtmlReport.of(result(true, 500, 1), Panels.NONE);
        assertFalse(plain.contains("slow motion") || plain.contains("crowd"), plain);
    }

    @Test
    void theWireIsToldInAllAndAPoint(@TempDir Path folder) throws Exception {
        ResultFiles.write(folder, result(true, 500, 1));
        String page = Files.readString(folder.resolve("index.html"));
        assertTrue(page.contains("<td>received</td><td class=\"n\">4.00</td><td class=\"n\">8,000</td>"), page);
        assertTrue(page.contains("<td>sent</td><td class=\"n\">0.30</td><td class=\"n\">600</td>"), page);
        assertTrue(page.contains("600 of 800 GETs"), page);
        var json = Json.MAPPER.readTree(folder.resolve("result.json").toFile());
        assertEquals(4_000_000, json.at("/wire/receivedBytes").asLong());
        assertEquals(600, json.at("/wire/gzipGets").asLong());
        assertEquals(8000.0, json.at("/receivedBytesPerPoint").asDouble());
        assertEquals(600.0, json.at("/sentBytesPerPoint").asDouble());
        assertEquals(4.0, json.at("/cpuMillisPerPoint/benchmark").asDouble());
        assertEquals(1.0, json.at("/variation/slowMotion").asDouble());
    }

    /** The one point of the verify phase is no measure of a load without points. */
    @Test
    void nothingIsAPointInTheOpenLoop() {
        Result open = result(true, 1, 1, Variation.NONE, 500);
        assertNull(open.receivedBytesPerPoint());
        assertNull(open.sentBytesPerPoint());
        assertEquals(Map.of(), open.cpuMillisPerPoint());
    }

    /** Files of before there was a count of bytes are compared as runs without slow motion. */
    @Test
    void anOlderResultCanBeCompared(@TempDir Path folder) throws Exception {
        ResultFiles.write(folder, result(true, 500, 1));
        ObjectNode older = (ObjectNode) Json.MAPPER.readTree(folder.resolve("result.json").toFile());
        older.remove(List.of("wire", "variation"));
        Json.MAPPER.writeValue(folder.resolve("result.json").toFile(), older);
        Result read = ResultFiles.read(folder);
        assertEquals(Variation.NONE, read.variation());
        assertTrue(Comparison.table(read, result(true, 500, 1)).contains("score"));
    }

    @Test
    void aComparisonGivesRatios() {
        List<String> lines = Comparison.table(result(true, 500, 2), result(false, 1000, 1)).lines()
                .map(line -> line.strip().replaceAll(" {2,}", " | ")).toList();
        assertTrue(lines.contains("score | 500 | 1,000 | 2.00"), lines::toString);
        assertTrue(lines.contains("GET /x, p50 ms | 2.00 | 1.00 | 0.50"), lines::toString);
        assertTrue(lines.contains("CPU ms a point, benchmark | 4.000 | 2.000 | 0.50"), lines::toString);
        assertTrue(lines.contains("bytes a point, received | 8,000 | 4,000 | 0.50"), lines::toString);
        assertTrue(lines.getFirst().startsWith("pass | FAIL"), lines::toString);
    }
}

package isuumo.bench.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.bench.runs.KeptRun;
import isuumo.bench.runs.KeptRuns;
import isuumo.bench.runs.Repository;
import isuumo.bench.runs.Runs;
import isuumo.bench.runs.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunsIndexTest {
    @TempDir
    private Path directory;

    @Test
    void runsAreListedWithWhatTheyChanged() throws Exception {
        KeptRuns kept = new KeptRuns(new Runs(directory));
        kept.keep("aaaaaaaaaaaaaaaaaaaa", 1_000);
        kept.keep("aaaaaaaaaaaaaaaaaaaa", 1_020);
        kept.keep("b", 1_030);
        kept.keep("c", 2_060);
        kept.keep("d", -1);
        List<String> lines = RunsIndex.of(new Runs(directory).all(damaged -> {})).asText().lines()
                .map(line -> line.replaceAll(" {2,}", " | ")).toList();
        assertEquals(List.of("time | commit | author | score | change | what",
                "2026-12-01T00:00:00Z aaaaaaaaaaaa | A <b> | 1,000 | - | subject of aaaaaaaaaaaaaaaaaaaa",
                "2026-12-01T00:00:01Z aaaaaaaaaaaa | A <b> | 1,020 | none | subject of aaaaaaaaaaaaaaaaaaaa",
                "2026-12-01T00:00:02Z b | A <b> | 1,030 | none | subject of b",
                "2026-12-01T00:00:03Z c | A <b> | 2,060 | +100.0 % | subject of c",
                "2026-12-01T00:00:04Z d | A <b> | FAIL | - | subject of d"), lines);
    }

    @Test
    void thePagesAreSelfContainedAndLinkedAndEscaped() throws Exception {
        Runs runs = new Runs(directory);
        KeptRuns kept = new KeptRuns(runs);
        KeptRun first = kept.keep("aaa", 1_000, 0, new Settings(Map.of("nginx/x.conf", List.of("gzip on;"))));
        KeptRun second = kept.keep("bbb", 1_500, 0, new Settings(Map.of("nginx/x.conf", List.of("gzip <off>;"))));
        List<KeptRun> all = runs.all(damaged -> {});
        String said = RunPage.write(runs, all, second, Optional.of(first), new Repository(directory));
        assertEquals("+50.0 % (the noise is not known: play the same commit twice) to " + first.name(), said);
        String page = Files.readString(RunPage.file(second));
        String index = Files.readString(directory.resolve("index.html"));
        for (String wanted : List.of("Difference: +50.0 %", "Compared with " + first.name(), "1,500 points",
                "nginx/x.conf\n- gzip on;\n+ gzip &lt;off&gt;;", "by A &lt;b&gt;", "<td>GET /x</td>",
                "<td class=\"n\">1.00</td><td class=\"n\">1.50</td><td class=\"n \">+50.0 %</td>")) {
            assertTrue(page.contains(wanted), () -> wanted + " is not in\n" + page);
        }
        assertTrue(index.contains("<a href=\"" + first.name() + "/index.html\"><circle"), index);
        assertTrue(index.contains("<a href=\"" + second.name() + "/index.html\">2026-12-01T00:00:01Z"), index);
        for (String html : List.of(page, index)) {
            assertFalse(html.contains("<b>") || html.contains("https://") || html.contains("http://www"), html);
        }
    }
}

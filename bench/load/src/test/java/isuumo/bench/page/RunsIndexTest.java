package isuumo.bench.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.bench.access.AccessLog;
import isuumo.bench.access.AccessTable;
import isuumo.bench.access.RouteRow;
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
    void aPageTellsWhatTheHostsLogsSayAndBeginsWithAFinding() throws Exception {
        Runs runs = new Runs(directory);
        KeptRun run = new KeptRuns(runs).keep("aaa", 1_000);
        String without = write(runs, run);
        assertTrue(without.contains("<p>People waited most for GET /x: 100 % of the time, 10 requests of 200.0 ms on "
                + "average, p99 3.0 ms.</p>"), without);
        assertFalse(without.contains("access log") || without.contains("<script"), without);
        for (int host = 1; host <= 2; host++) {
            Path folder = Files.createDirectories(run.folder().resolve("hosts/isu" + host));
            Files.write(folder.resolve("access.log"), AccessLog.some(host == 1 ? 400 : 40, 3));
        }
        AccessTable access = new AccessTable();
        access.add("isu1", run.folder().resolve("hosts/isu1/access.log"));
        access.add("isu2", run.folder().resolve("hosts/isu2/access.log"));
        RouteRow first = access.rows().getFirst();
        double all = access.rows().stream().mapToDouble(RouteRow::sumSeconds).sum();
        String page = write(runs, run);
        for (String wanted : List.of(
                String.format("<div class=\"finding\"><p>%s took %.0f %% of nginx's time",
                        first.route(), 100 * first.sumSeconds() / all),
                "isu1 got 91 % of the requests; an even share of 2 hosts were 50 %.",
                "answers were 5xx, most of them of ", "aria-sort=\"descending\"><button type=\"button\">sum s</button>",
                String.format("<td>%s</td><td class=\"n\" data-v=\"%.1f\">", first.route(), (double) first.count()),
                "data-v=\"" + 100 * first.sumSeconds() / all + "\">")) {
            assertTrue(page.contains(wanted), () -> wanted + " is not in\n" + page);
        }
        assertEquals(access.rows().size(), page.split("data-v", -1).length / 14, page);
    }

    private static String write(Runs runs, KeptRun run) throws Exception {
        RunPage.write(runs, runs.all(damaged -> {}), run, Optional.empty(), new Repository(runs.directory()));
        return Files.readString(RunPage.file(run));
    }

    /** More points are better, more milliseconds are worse; what the noise may make is neither. */
    @Test
    void whatIsBeyondTheNoiseIsJudged() throws Exception {
        Runs runs = new Runs(directory);
        KeptRuns kept = new KeptRuns(runs);
        kept.keep("aaa", 1_000);
        KeptRun earlier = kept.keep("aaa", 1_010);
        KeptRun run = kept.keep("bbb", 2_020);
        RunPage.write(runs, runs.all(damaged -> {}), run, Optional.of(earlier), new Repository(directory));
        String page = Files.readString(RunPage.file(run));
        assertTrue(page.contains("<td>score</td><td class=\"n\">1,010</td><td class=\"n\">2,020</td>"
                + "<td class=\"n up\">+100.0 %</td><td class=\"n\">1.00 %</td>"), page);
        assertTrue(page.contains("<td class=\"n\">1.01</td><td class=\"n\">2.02</td><td class=\"n down\">+100.0 %</td>"
                + "<td class=\"n\">3.00</td><td class=\"n\">3.00</td><td class=\"n \">none</td>"), page);
    }

    @Test
    void thePagesAreSelfContainedAndLinkedAndEscaped() throws Exception {
        Runs runs = new Runs(directory);
        KeptRuns kept = new KeptRuns(runs);
        KeptRun first = kept.keep("aaa", 1_000, 0, new Settings(Map.of("nginx/x.conf", List.of("gzip on;"))));
        KeptRun second = kept.keep("bbb", 1_500, 0, new Settings(Map.of("nginx/x.conf", List.of("gzip <off>;"))));
        List<KeptRun> all = runs.all(damaged -> {});
        String said = RunPage.write(runs, all, second, Optional.of(first), new Repository(directory));
        assertEquals("+50.0 % (the noise is not known: play the same commit twice), compared with " + first.name(),
                said);
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

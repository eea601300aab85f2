package isuumo.bench.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.bench.hosts.Recordings;
import isuumo.bench.runs.KeptRun;
import isuumo.bench.runs.KeptRuns;
import isuumo.bench.runs.Repository;
import isuumo.bench.runs.Runs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunPageTest {
    private static final long START = KeptRuns.LOAD_FROM / 1_000;

    @TempDir
    private Path directory;

    @Test
    void aPageShowsWhatHostsSawWithinTheLoadAndWhatTheirServersDid() throws Exception {
        Runs runs = new Runs(directory);
        KeptRuns kept = new KeptRuns(runs);
        KeptRun before = kept.keep("aaa", 1_000);
        KeptRun run = kept.keep("bbb", 1_000);
        samples(run, START - 20, START + 80);
        Files.createDirectories(before.folder().resolve("hosts"));
        Path recording = Recordings.spinning(run.folder().resolve("hosts/isu1"));
        Path earlier = Files.createDirectories(before.folder().resolve("hosts/isu1")).resolve("server.jfr.gz");
        Files.copy(recording, earlier);
        RunPage.write(runs, runs.all(damaged -> {}), run, Optional.of(before), new Repository(directory));
        String page = Files.readString(RunPage.file(run));
        for (String wanted : List.of(
                "The processor of isu1, 0.95 of 1 cores (server 0.75, nginx 0.20, database 0.00, rest 0.00) was full.",
                "isu1&#39;s server ran most in ", "isu1, second by second", "<figcaption>Lease",
                "title=\"isu1: allocations\"", "isu1: processor, against the other run")) {
            assertTrue(page.contains(wanted) || page.contains(wanted.replace("&#39;", "'")), wanted);
        }
        assertTrue(page.contains("61 s: 0.75 server") && !page.contains("62 s: 0.75 server"), "the load's seconds");
        assertEquals(4, page.split("<iframe", -1).length - 1);
        assertEquals(2, page.replaceAll("(?s)data-page=\"[^\"]*\"", "").split("<script", -1).length,
                "one script beside those of the flame graphs");
    }

    @Test
    void aPageShowsWhatTheDatabasesDidBesideTheOtherRun() throws Exception {
        Runs runs = new Runs(directory);
        KeptRuns kept = new KeptRuns(runs);
        KeptRun before = kept.keep("aaa", 1_000);
        KeptRun run = kept.keep("bbb", 1_000);
        statement(before, "isu1", "0.000500", 1, "UPDATE chair SET stock = 1 WHERE id = 7");
        statement(run, "isu1", "0.200000", 29_500, "UPDATE chair SET stock = 1 WHERE name = '<b>'");
        statement(run, "isu2", "0.000500", 1, "UPDATE chair SET stock = 1 WHERE id = 9");
        RunPage.write(runs, runs.all(damaged -> {}), run, Optional.of(before), new Repository(directory));
        String page = Files.readString(RunPage.file(run));
        for (String wanted : List.of(
                "The databases spent 100 % of their 0.2 s on “update chair set stock = ? where name = ?”: 1 times, "
                        + "200.00 ms on average, p95 200.00 ms, 29,500 rows looked at each time",
                "WHERE name = '&lt;b&gt;'", "<td>isu2 100 %</td>", "<h3>Statement by statement</h3>",
                "<tr><td>update chair set stock = ? where id = ?</td><td class=\"n\">1</td><td class=\"n\">1</td>",
                "<tr><td>update chair set stock = ? where name = ?</td><td class=\"n\">–</td><td class=\"n\">1</td>")) {
            assertTrue(page.contains(wanted), wanted);
        }
        assertEquals(2, page.split("<script", -1).length, "one script sorts all tables");
    }

    @Test
    void aPageShowsVersionsAndSettingsAndWhatTheOtherRunHadOtherwise() throws Exception {
        Runs runs = new Runs(directory);
        KeptRuns kept = new KeptRuns(runs);
        KeptRun before = kept.keep("aaa", 1_000);
        KeptRun run = kept.keep("bbb", 1_000);
        settings(before, "nginx=1.22.1", "database.version=10.11.14", "database.innodb_io_capacity=200",
                "database.gtid_current_pos=0-1-7");
        settings(run, "nginx=1.22.1", "server=java -Xmx700m a=b", "database.version=10.11.14",
                "database.innodb_io_capacity=2000", "database.gtid_current_pos=0-1-9");
        RunPage.write(runs, runs.all(damaged -> {}), run, Optional.of(before), new Repository(directory));
        String page = Files.readString(RunPage.file(run));
        for (String wanted : List.of("<th>nginx</th><td>1.22.1</td>", "<th>server</th><td>java -Xmx700m a=b</td>",
                "<th>database.version</th><td>10.11.14</td>", "gtid_current_pos = 0-1-9",
                "<pre>database.innodb_io_capacity: 200 → 2000\nserver: (none) → java -Xmx700m a=b</pre>")) {
            assertTrue(page.contains(wanted), wanted);
        }
        assertFalse(page.contains("<th>database.innodb_io_capacity</th>"), "all variables are folded");
    }

    private static void settings(KeptRun run, String... lines) throws Exception {
        Path folder = Files.createDirectories(run.folder().resolve("hosts/isu1"));
        try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("settings.txt.gz")))) {
            out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void statement(KeptRun run, String host, String seconds, int examined, String sql) throws Exception {
        Path folder = Files.createDirectories(run.folder().resolve("hosts").resolve(host));
        Files.writeString(folder.resolve("slow.log"), """
                # User@Host: isuumo_writer[isuumo_writer] @ isu1 [10.0.0.1]
                # Query_time: %s  Lock_time: 0.000011  Rows_sent: 0  Rows_examined: %d
                SET timestamp=1764592496;
                %s;
                """.formatted(seconds, examined, sql));
    }

    /** A second each; those outside of the load are idle. */
    private static void samples(KeptRun run, long from, long to) throws Exception {
        String lines = IntStream.range(0, (int) (to - from)).mapToObj(i -> {
            boolean load = from + i > START && from + i <= START + 61;
            return String.format(
                    """
                            {"at": %d, "cores": 1, "cpu": {"server": %s, "nginx": %s}, "busy": 1, "run_queue": 1, "memory": 500, \
                            "network_in": 1, "network_out": 1, "disk_read": 0, "disk_write": 0, "gc_seconds": 0, "lease_seconds": 1}
                            """,
                    from + i, load ? "0.75" : "0", load ? "0.2" : "0");
        }).collect(Collectors.joining());
        Path folder = Files.createDirectories(run.folder().resolve("hosts/isu1"));
        try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("samples.jsonl.gz")))) {
            out.write(lines.getBytes(StandardCharsets.UTF_8));
        }
    }
}

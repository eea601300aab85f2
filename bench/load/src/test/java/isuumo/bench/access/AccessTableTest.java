package isuumo.bench.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AccessTableTest {
    private static final Pattern LINE = Pattern.compile(".*\tmethod:(\\S+)\turi:([^\\s?]*)\\S*\t.*\tstatus:(\\d)\\d\\d"
            + "\tsize:(\\d+)\t.*\treqtime:(\\S+)\tapptime:(\\S+)\t.*\tupstream:(\\S+)\t.*");

    @TempDir
    private Path directory;

    private Path log(String name, List<String> lines) throws IOException {
        return Files.write(directory.resolve(name), lines);
    }

    /** All figures of a route, by the plainest way. */
    private record Plain(List<BigDecimal> times, List<BigDecimal> app, List<Long> bytes, Map<String, Long> statuses,
            Map<String, Long> upstreams) {
        private Plain() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new TreeMap<>(), new TreeMap<>());
        }

        private double sum(List<BigDecimal> seconds) {
            return seconds.stream().reduce(BigDecimal.ZERO, BigDecimal::add).doubleValue();
        }

        private int percentile(int percent) {
            List<BigDecimal> sorted = times.stream().sorted().toList();
            int below = 0;
            while (100 * (below + 1) < percent * sorted.size()) { // so many are not enough yet
                below++;
            }
            return sorted.get(below).movePointRight(3).intValueExact();
        }
    }

    private static Map<String, Plain> plain(List<String> lines) {
        Map<String, Plain> routes = new HashMap<>();
        for (String line : lines) {
            Matcher fields = LINE.matcher(line);
            assertTrue(fields.matches(), line);
            String path = fields.group(2).replaceAll("/\\d+(?=/|$)", "/:id").replaceAll("^/images/chair/.*",
                    "/images/chair/*");
            Plain route = routes.computeIfAbsent(fields.group(1) + " " + path, _ -> new Plain());
            route.times.add(new BigDecimal(fields.group(5)));
            route.app.add(fields.group(6).equals("-") ? BigDecimal.ZERO : new BigDecimal(fields.group(6)));
            route.bytes.add(Long.parseLong(fields.group(4)));
            route.statuses.merge(fields.group(3) + "xx", 1L, Long::sum);
            route.upstreams.merge(fields.group(7), 1L, Long::sum);
        }
        return routes;
    }

    @Test
    void theTableSaysWhatAPlainRecomputationSays() throws IOException {
        for (int lines : new int[]{1, 2, 3, 100, 5_000}) {
            List<String> first = AccessLog.some(lines, lines);
            List<String> second = AccessLog.some(lines / 2, lines + 1);
            AccessTable table = new AccessTable();
            table.add("isu1", log("one", first));
            table.add("isu2", log("two", second));
            List<String> both = new ArrayList<>(first);
            both.addAll(second);
            Map<String, Plain> expected = plain(both);
            assertEquals(expected.keySet(), Map.copyOf(byRoute(table)).keySet());
            byRoute(table).forEach((route, row) -> assertSame(route, expected.get(route), row));
            Map<String, Plain> ofSecond = plain(second);
            byRoute(table).forEach((route, row) -> assertEquals(
                    ofSecond.containsKey(route) ? ofSecond.get(route).times.size() : 0L,
                    row.byHost().getOrDefault("isu2", 0L), route));
            assertEquals(0, table.unreadable());
        }
    }

    private static Map<String, RouteRow> byRoute(AccessTable table) {
        Map<String, RouteRow> rows = new HashMap<>();
        table.rows().forEach(row -> rows.put(row.route(), row));
        return rows;
    }

    private static void assertSame(String route, Plain expected, RouteRow row) {
        assertEquals(expected.times.size(), row.count(), route);
        assertEquals(expected.sum(expected.times), row.sumSeconds(), 1e-9, route);
        assertEquals(expected.sum(expected.app), row.appSeconds(), 1e-9, route);
        assertEquals(1e3 * expected.sum(expected.times) / expected.times.size(), row.averageMillis(), 1e-6, route);
        assertEquals(expected.bytes.stream().mapToLong(b -> b).sum(), row.bytes(), route);
        assertEquals(expected.statuses, row.byStatus(), route);
        assertEquals(expected.upstreams, row.byUpstream(), route);
        for (int percent : new int[]{50, 90, 99, 100}) {
            assertEquals(expected.percentile(percent), row.percentileMillis(percent), route + " p" + percent);
        }
        assertEquals(expected.percentile(100), row.maxMillis(), route);
    }

    @Test
    void whatTookMostInAllIsFirst() throws IOException {
        AccessTable table = new AccessTable();
        table.add("isu1", log("log", List.of(AccessLog.line("GET", "/a", 200, 1, 30, "-", "-"),
                AccessLog.line("GET", "/b", 200, 1, 20, "-", "-"), AccessLog.line("GET", "/b", 200, 1, 20, "-", "-"))));
        assertEquals(List.of("GET /b", "GET /a"), table.rows().stream().map(RouteRow::route).toList());
    }

    @Test
    void anUpstreamThatDidNotAnswerIsNotTheOneThatDid() throws IOException {
        AccessTable table = new AccessTable();
        table.add("isu1", log("log", List.of(AccessLog.line("GET", "/api/chair/1", 200, 1, 30,
                "10.0.0.1:8080, 10.0.0.2:8080", "0.010, 0.015"))));
        RouteRow row = table.rows().getFirst();
        assertEquals(Map.of("10.0.0.2:8080", 1L), row.byUpstream());
        assertEquals(0.025, row.appSeconds(), 1e-9);
    }

    @Test
    void aPackedLogAndOneThatWasCutAreRead() throws IOException {
        List<String> lines = new ArrayList<>(AccessLog.some(3, 1));
        lines.add(lines.getFirst().substring(0, 60));
        lines.add("");
        lines.add("127.0.0.1 - - [01/Dec/2026] \"GET / HTTP/1.1\" 200 5");
        Path packed = directory.resolve("access.log.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(String.join("\n", lines).getBytes());
        }
        AccessTable table = new AccessTable();
        table.add("isu1", packed);
        assertEquals(3, table.rows().stream().mapToLong(RouteRow::count).sum());
        assertEquals(3, table.unreadable());
        assertEquals(Map.of("isu1", 3L), table.byHost());
    }

    @Test
    void theSlowestOfAllHostsAreKeptWithTheirStages() throws IOException {
        AccessTable table = new AccessTable();
        List<Integer> millis = IntStream.rangeClosed(1, 30).boxed().collect(Collectors.toList());
        Collections.shuffle(millis, new Random(1));
        for (int each : millis) {
            table.add("isu" + each % 2, log("log", List.of(AccessLog.line("GET", "/" + each, 200, 1, each, "-", "-"))));
        }
        assertEquals(IntStream.rangeClosed(11, 30).mapToObj(each -> "isu" + each % 2 + " /" + each).toList().reversed(),
                table.slowest().stream().map(slow -> slow.host() + " " + slow.line().uri()).toList());
        AccessLine line = table.slowest().getFirst().line();
        assertEquals("pool;dur=1.5, commit;dur=30.0", line.stages());
        assertEquals("2026-12-01T01:00:00+00:00", line.time());
    }

    @Test
    void routesArePatterns() {
        assertEquals("GET /api/chair/:id", RoutePattern.of("GET", "/api/chair/12?x=/3"));
        assertEquals("POST /api/chair/buy/:id", RoutePattern.of("POST", "/api/chair/buy/12"));
        assertEquals("GET /api/chair/1a", RoutePattern.of("GET", "/api/chair/1a"));
        assertEquals("GET /images/chair/*", RoutePattern.of("GET", "/images/chair/12.png"));
        assertEquals("GET /images", RoutePattern.of("GET", "/images"));
        assertEquals("GET /", RoutePattern.of("GET", "/"));
    }
}

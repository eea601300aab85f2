package isuumo.bench.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** The logs of all hosts by route, as alp shows one. Not thread-safe. */
public final class AccessTable {
    private static final Comparator<SlowRequest> BY_TIME = Comparator.comparingInt(slow -> slow.line().millis());
    private static final int SLOWEST = 20;

    private final Map<String, RouteRow> rows = new HashMap<>();
    private final Map<String, Long> byHost = new TreeMap<>();
    private final PriorityQueue<SlowRequest> slowest = new PriorityQueue<>(BY_TIME);
    private long unreadable;

    /** Adds a host's log, which may be packed: {@code .gz}. */
    public void add(String host, Path log) throws IOException {
        try (InputStream file = Files.newInputStream(log);
                InputStream in = log.toString().endsWith(".gz") ? new GZIPInputStream(file) : file;
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                AccessLine.parse(line).ifPresentOrElse(parsed -> add(host, parsed), () -> unreadable++);
            }
        }
    }

    private void add(String host, AccessLine line) {
        rows.computeIfAbsent(RoutePattern.of(line.method(), line.uri()), RouteRow::new).add(host, line);
        byHost.merge(host, 1L, Long::sum);
        if (slowest.size() < SLOWEST || line.millis() > slowest.peek().line().millis()) {
            slowest.add(new SlowRequest(host, line));
            if (slowest.size() > SLOWEST) {
                slowest.remove();
            }
        }
    }

    /** Of all requests, the slowest first. */
    public List<SlowRequest> slowest() {
        return slowest.stream().sorted(BY_TIME.reversed()).toList();
    }

    /** What took most in all first. */
    public List<RouteRow> rows() {
        return rows.values().stream().sorted(
                Comparator.comparingDouble(RouteRow::sumSeconds).reversed().thenComparing(RouteRow::route)).toList();
    }

    /** Requests by the host whose nginx was asked. */
    public Map<String, Long> byHost() {
        return byHost;
    }

    /** Lines that are no request in LTSV. */
    public long unreadable() {
        return unreadable;
    }
}

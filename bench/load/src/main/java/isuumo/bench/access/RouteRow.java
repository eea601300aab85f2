package isuumo.bench.access;

import java.util.Map;
import java.util.TreeMap;

/** What one route took: a row of the table. Exact, since nginx counts whole milliseconds. Not thread-safe. */
public final class RouteRow {
    private final String route;
    private final TreeMap<Integer, Long> byMillis = new TreeMap<>();
    private final Map<String, Long> byStatus = new TreeMap<>();
    private final Map<String, Long> byUpstream = new TreeMap<>();
    private final Map<String, Long> byHost = new TreeMap<>();
    private long count;
    private long sumMillis;
    private long appMillis;
    private long bytes;

    RouteRow(String route) {
        this.route = route;
    }

    void add(String host, AccessLine line) {
        count++;
        sumMillis += line.millis();
        appMillis += line.appMillis();
        bytes += line.bytes();
        byMillis.merge(line.millis(), 1L, Long::sum);
        byStatus.merge(line.status() / 100 + "xx", 1L, Long::sum);
        byUpstream.merge(line.upstream(), 1L, Long::sum);
        byHost.merge(host, 1L, Long::sum);
    }

    public String route() {
        return route;
    }

    public long count() {
        return count;
    }

    public double sumSeconds() {
        return sumMillis / 1e3;
    }

    /** What of the sum upstreams took. */
    public double appSeconds() {
        return appMillis / 1e3;
    }

    public double averageMillis() {
        return sumMillis / (double) count;
    }

    /** The smallest time that so many percent of the requests did not exceed (nearest rank). */
    public int percentileMillis(double percent) {
        long rank = Math.max(1, (long) Math.ceil(count * percent / 100));
        long seen = 0;
        for (Map.Entry<Integer, Long> entry : byMillis.entrySet()) {
            seen += entry.getValue();
            if (seen >= rank) {
                return entry.getKey();
            }
        }
        return byMillis.lastKey();
    }

    public int maxMillis() {
        return byMillis.lastKey();
    }

    public long bytes() {
        return bytes;
    }

    /** Counts by class, such as {@code 2xx}. */
    public Map<String, Long> byStatus() {
        return byStatus;
    }

    public Map<String, Long> byUpstream() {
        return byUpstream;
    }

    /** By the host whose nginx was asked. */
    public Map<String, Long> byHost() {
        return byHost;
    }
}

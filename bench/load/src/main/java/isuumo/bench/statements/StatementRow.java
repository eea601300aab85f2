package isuumo.bench.statements;

import java.util.Map;
import java.util.TreeMap;

/** What all statements of one fingerprint took: a row of the table. Exact to the microsecond. Not thread-safe. */
public final class StatementRow {
    private final String fingerprint;
    private final TreeMap<Long, Long> byMicros = new TreeMap<>();
    private final Map<String, Long> byHost = new TreeMap<>();
    private long count;
    private long micros;
    private long sent;
    private long examined;
    private Statement slowest;

    StatementRow(String fingerprint) {
        this.fingerprint = fingerprint;
    }

    void add(String host, Statement statement) {
        count++;
        micros += statement.micros();
        sent += statement.sent();
        examined += statement.examined();
        byMicros.merge(statement.micros(), 1L, Long::sum);
        byHost.merge(host, 1L, Long::sum);
        if (slowest == null || statement.micros() > slowest.micros()) {
            slowest = statement;
        }
    }

    public String fingerprint() {
        return fingerprint;
    }

    public long count() {
        return count;
    }

    public double sumSeconds() {
        return micros / 1e6;
    }

    public double averageMillis() {
        return micros / 1e3 / count;
    }

    /** The smallest time that so many percent did not exceed (nearest rank). */
    public double percentileMillis(double percent) {
        long rank = Math.max(1, (long) Math.ceil(count * percent / 100));
        long seen = 0;
        for (Map.Entry<Long, Long> entry : byMicros.entrySet()) {
            seen += entry.getValue();
            if (seen >= rank) {
                return entry.getKey() / 1e3;
            }
        }
        return maxMillis();
    }

    public double maxMillis() {
        return byMicros.lastKey() / 1e3;
    }

    /** Rows, of all in all. */
    public long sent() {
        return sent;
    }

    /** Rows, of all in all. */
    public long examined() {
        return examined;
    }

    /** Its text and plan are an example. */
    public Statement slowest() {
        return slowest;
    }

    public Map<String, Long> byHost() {
        return byHost;
    }
}

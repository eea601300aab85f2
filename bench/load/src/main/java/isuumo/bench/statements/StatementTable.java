package isuumo.bench.statements;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The slow logs of all hosts by what the statements are but for their values. Not thread-safe. */
public final class StatementTable {
    private final Map<String, StatementRow> rows = new HashMap<>();

    /** Adds a host's log, which may be packed: {@code .gz}. */
    public void add(String host, Path log) throws IOException {
        SlowLog.read(log, statement -> rows.computeIfAbsent(Fingerprint.of(statement.sql()), StatementRow::new)
                .add(host, statement));
    }

    /** What took most in all first. */
    public List<StatementRow> rows() {
        return rows.values().stream().sorted(Comparator.comparingDouble(StatementRow::sumSeconds).reversed()
                .thenComparing(StatementRow::fingerprint)).toList();
    }
}

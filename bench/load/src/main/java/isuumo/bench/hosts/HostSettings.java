package isuumo.bench.hosts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * What ran on a host, and how it was set, as {@code provisioning/deploy/host/measure.sh} tells it.
 *
 * @param values by name, in the host's order; the database's variables begin with {@code database.}
 */
public record HostSettings(String host, Map<String, String> values) {
    public static final String DATABASE = "database.";

    /** The database's variables that tell what it did, not how it is set. */
    private static final Pattern PASSING = Pattern.compile(
            DATABASE + "(.*gtid.*|timestamp|.*_pos|.*uuid.*|pseudo_.*|rand_seed.*|last_insert_id|identity|.*read_only|in_transaction)");

    /** Reads {@code settings.txt.gz}: a line is {@code name=value}. */
    public static HostSettings read(String host, Path file) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.lines().map(line -> line.split("=", 2)).filter(parts -> parts.length == 2)
                    .forEach(parts -> values.put(parts[0], parts[1]));
        }
        return new HostSettings(host, values);
    }

    /** What is set otherwise than then: "earlier → now" by name. */
    public Map<String, String> since(HostSettings before) {
        Map<String, String> changed = new LinkedHashMap<>();
        TreeSet<String> names = new TreeSet<>(values.keySet());
        names.addAll(before.values.keySet());
        names.removeIf(name -> PASSING.matcher(name).matches()
                || Objects.equals(values.get(name), before.values.get(name)));
        names.forEach(name -> changed.put(name, shown(before.values.get(name)) + " → " + shown(values.get(name))));
        return changed;
    }

    private static String shown(String value) {
        return value == null ? "(none)" : value.isEmpty() ? "(empty)" : value;
    }
}

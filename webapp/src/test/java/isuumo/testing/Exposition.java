package isuumo.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code /metrics} answered, Prometheus' text format, taken apart.
 *
 * @param names of the samples
 * @param labels each value that a label has anywhere, as {@code name="value"}
 */
public record Exposition(Set<String> names, Set<String> labels) {
    private static final Path LIST = Path.of("../provisioning/roles/monitoring/test/app.metrics");
    private static final Pattern SAMPLE = Pattern.compile("([a-z][a-z0-9_]*)(?:\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("[a-z_]+=\"(?:[^\"\\\\]|\\\\.)*\"");

    /** @throws IllegalStateException quoting a line that is no sample */
    public static Exposition of(Http operators) {
        Set<String> names = new TreeSet<>();
        Set<String> labels = new TreeSet<>();
        operators.get("/metrics").expect(200).text().lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            Matcher sample = SAMPLE.matcher(line);
            if (!sample.matches()) {
                throw new IllegalStateException("'" + line + "' is no sample");
            }
            names.add(sample.group(1));
            if (sample.group(2) != null) {
                LABEL.matcher(sample.group(2)).results().forEach(label -> labels.add(label.group()));
            }
        });
        return new Exposition(names, labels);
    }

    /** The names that the alerts' rules and the dashboard may use: all of ours, and some of the JVM's. */
    public static List<String> listed() throws IOException {
        return Files.readAllLines(LIST).stream().filter(line -> !line.startsWith("#")).toList();
    }
}

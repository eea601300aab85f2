package isuumo.micro;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Prints JMH's results (the file of {@code -rf json}) as a Markdown table: microseconds an operation by number of rows,
 * and by what factor it grew from the fewest rows to the most. Above it, the machine that it is run on.
 */
public final class GrowthTable {
    private record Score(double micros, double error) {
        static Score of(JsonNode metric) {
            double micros = switch (metric.path("scoreUnit").asText()) {
                case "us/op" -> 1;
                case "ns/op" -> 1e-3;
                default ->
                    throw new IllegalArgumentException("unit " + metric.path("scoreUnit") + ", not us/op or ns/op");
            };
            return new Score(metric.path("score").asDouble() * micros, metric.path("scoreError").asDouble() * micros);
        }

        @Override
        public String toString() {
            return "%s ± %s".formatted(digits(micros), digits(error));
        }
    }

    private GrowthTable() {}

    static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: GrowthTable RESULTS.json COMMIT");
            System.exit(2);
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        JsonNode results = new ObjectMapper().readTree(Files.readAllBytes(Path.of(arguments[0])));
        out.println(machine(results.path(0), arguments[1]));
        out.println();
        print(results, out);
    }

    private static String machine(JsonNode run, String commit) throws IOException {
        String cpu = System.getProperty("os.arch");
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            cpu = lines.filter(line -> line.startsWith("model name")).findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse(cpu);
        }
        return "%s, %d cores; %s %s; JMH %s, %d forks; commit %s.".formatted(cpu,
                Runtime.getRuntime().availableProcessors(), run.path("vmName").asText(), run.path("vmVersion").asText(),
                run.path("jmhVersion").asText(), run.path("forks").asInt(), commit);
    }

    private static void print(JsonNode results, PrintStream out) {
        Map<String, TreeMap<Long, Score>> byName = new LinkedHashMap<>();
        TreeMap<Long, String> sizes = new TreeMap<>();
        for (JsonNode result : results) {
            long rows = result.path("params").path("rows").asLong();
            byName.computeIfAbsent(name(result), _ -> new TreeMap<>()).put(rows,
                    Score.of(result.path("primaryMetric")));
            sizes.put(rows, rows == 0 ? "without rows" : "%,d rows".formatted(rows));
        }
        out.println("| µs an operation | " + String.join(" | ", sizes.values()) + " | growth |");
        out.println("|---|" + "---:|".repeat(sizes.size() + 1));
        byName.forEach((name, scores) -> {
            StringBuilder line = new StringBuilder("| ").append(name);
            for (long rows : sizes.keySet()) {
                line.append(" | ").append(scores.containsKey(rows) ? scores.get(rows) : "");
            }
            double growth = scores.lastEntry().getValue().micros() / scores.firstEntry().getValue().micros();
            out.println(line.append(" | ").append(scores.size() > 1 ? "× " + digits(growth) : "").append(" |"));
        });
    }

    private static String name(JsonNode result) {
        String[] parts = result.path("benchmark").asText().split("\\.");
        StringBuilder name = new StringBuilder(parts[parts.length - 2].replace("Benchmark", "")).append('.')
                .append(parts[parts.length - 1]);
        result.path("params").properties().stream().filter(param -> !param.getKey().equals("rows"))
                .forEach(param -> name.append(", ").append(param.getKey()).append(' ')
                        .append(param.getValue().asText()));
        return name.toString();
    }

    /** Three digits: what is after the point of a large number is noise. */
    private static String digits(double value) {
        return value >= 100
                ? "%,.0f".formatted(value)
                : value >= 10 ? "%.1f".formatted(value) : "%.3f".formatted(value);
    }
}

package isuumo.bench.hosts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import one.convert.Arguments;
import one.convert.FlameGraph;
import one.convert.JfrToFlame;

/** A server's stacks, as async-profiler sampled them into a flight recording; a page of its own a kind. */
public record Stacks(String host, Path recording) {
    /** What was sampled: processor time, allocated bytes, or time that threads waited for locks. */
    public enum Kind {
        CPU("processor"), ALLOCATION("allocations"), LOCK("locks");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        private Arguments arguments(String host) {
            Arguments arguments = new Arguments();
            arguments.title = host + ": " + title;
            arguments.cpu = this == CPU;
            arguments.alloc = this == ALLOCATION;
            arguments.lock = this == LOCK;
            arguments.total = this != CPU;
            arguments.minwidth = 0.1; // per cent: what is narrower nobody can see
            return arguments;
        }
    }

    /** A flame graph, one HTML page with a script. */
    public String flameGraph(Kind kind) throws IOException {
        return html(parse(kind));
    }

    /** Of two recordings: as wide as in this one, red where there is more of it than in the other, blue where less. */
    public String difference(Kind kind, Stacks before) throws IOException {
        FlameGraph graph = parse(kind);
        graph.diff(before.parse(kind));
        return html(graph);
    }

    private FlameGraph parse(Kind kind) throws IOException {
        return parse(kind.arguments(host));
    }

    private FlameGraph parse(Arguments arguments) throws IOException {
        Path file = Files.createTempFile("stacks", ".jfr");
        try {
            try (var in = new GZIPInputStream(Files.newInputStream(recording))) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            }
            return JfrToFlame.parse(file.toString(), arguments);
        } finally {
            Files.delete(file);
        }
    }

    private static String html(FlameGraph graph) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        graph.dump(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /**
     * What ran on top of the stacks most, as a share of all, the largest first.
     *
     * @param most how many
     */
    public List<Frame> topFrames(Kind kind, int most) throws IOException {
        Arguments arguments = kind.arguments(host);
        arguments.output = "collapsed";
        Map<String, Long> own = new HashMap<>();
        long all = 0;
        for (String line : html(parse(arguments)).lines().toList()) { // "a;b;c 12"
            int space = line.lastIndexOf(' ');
            long amount = Long.parseLong(line.substring(space + 1));
            all += amount;
            own.merge(line.substring(line.lastIndexOf(';', space) + 1, space), amount, Long::sum);
        }
        double total = Math.max(1, all);
        return own.entrySet().stream().map(e -> new Frame(e.getKey(), e.getValue() / total))
                .sorted(Comparator.comparingDouble(Frame::share).reversed()).limit(most).toList();
    }

    /** share: from 0 to 1. */
    public record Frame(String name, double share) {}
}

package isuumo.bench.cli;

import isuumo.bench.Parameters;
import isuumo.bench.Variation;
import isuumo.bench.data.DataSet;
import isuumo.bench.data.Json;
import isuumo.bench.http.Browser;
import isuumo.bench.http.Browser.Lane;
import isuumo.bench.http.Network;
import isuumo.bench.http.TransportException;
import isuumo.bench.overload.Mix;
import isuumo.bench.overload.Overload;
import isuumo.bench.overload.Overload.Row;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a server does when more is asked of it than it can do. */
@Command(name = "overload", description = "Finds what a server can do, then asks for that, three and ten times as much, in an open loop.%n"
        + "Prints a table while it runs, and the rows as JSON at the end. Reads, and purchases of random chairs: initialize afterwards.", mixinStandardHelpOptions = true, sortOptions = false)
final class OverloadCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Mixin
    private TargetOptions target;

    @Mixin
    private VariationOptions variation;

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "the data set the server was started with")
    private Path data;

    @Option(names = "--connections", paramLabel = "N", defaultValue = "1000", description = "at most; who finds all of them waiting is counted as unsent (default: ${DEFAULT-VALUE})")
    private int connections;

    @Option(names = "--capacity", paramLabel = "N", defaultValue = "0", description = "what it can do a second, if that is known; by default it is measured")
    private double known;

    @Option(names = "--reads-only", description = "buy nothing")
    private boolean readsOnly;

    @Option(names = "--factor", paramLabel = "K", split = ",", defaultValue = "1,3,10", description = "times the capacity (default: ${DEFAULT-VALUE})")
    private List<Double> factors;

    @Option(names = "--duration", paramLabel = "TIME", defaultValue = "60s", converter = Durations.class, description = "of each step (default: ${DEFAULT-VALUE})")
    private Duration duration;

    @Option(names = "--warm-up", paramLabel = "TIME", defaultValue = "20s", converter = Durations.class, description = "before the capacity is measured (default: ${DEFAULT-VALUE})")
    private Duration warmUp;

    @Option(names = "--capacity-for", paramLabel = "TIME", defaultValue = "20s", converter = Durations.class, description = "how long the capacity is measured (default: ${DEFAULT-VALUE})")
    private Duration capacityFor;

    @Override
    public Integer call() throws IOException {
        Variation varied = variation.of(Parameters.contest()).variation();
        List<Row> rows = new ArrayList<>();
        for (URI uri : target.uris()) {
            checkAnswers(uri);
        }
        try (Overload overload = new Overload(target.uris(), new Mix(DataSet.read(data), !readsOnly), varied,
                connections,
                System.nanoTime())) {
            System.err.printf("%-9s %8s %8s %7s %8s %7s %8s %7s %9s %9s %8s %8s %10s%n", "a second", "offered", "good",
                    "late", "refused", "lost", "unsent", "wrong", "purchases", "(refused)", "p50, ms", "p99, ms",
                    "normal, ms");
            double capacity = known > 0 ? known : measured(overload, rows);
            for (double factor : factors) {
                rows.add(print(overload.at(factor + " x", factor * capacity, capacity, duration)));
            }
        }
        System.out.println(Json.MAPPER.writeValueAsString(rows));
        return 0;
    }

    /** Overload tells refusals from answers, not a server from none. */
    private static void checkAnswers(URI uri) throws IOException {
        try (Network network = new Network(List.of(uri)); Browser browser = network.first("isuumo-bench")) {
            browser.get(Lane.FIRST, "/api/chair/low_priced", PATIENCE.toNanos());
        } catch (TransportException e) {
            throw new IOException(uri + " gives no answer: " + e.getMessage(), e);
        }
    }

    private double measured(Overload overload, List<Row> rows) {
        overload.capacity(warmUp);
        rows.add(print(overload.capacity(capacityFor)));
        return rows.getLast().good();
    }

    private static Row print(Row row) {
        System.err.printf(
                "%-9s %,8.0f %,8.0f %,7.0f %,8.0f %,7.0f %,8.0f %,7.1f %,9.0f %,9.0f %,8.1f %,8.1f %,10.0f%s%n",
                row.name(), row.offered(), row.good(), row.late(), row.refused(), row.lost(), row.unsent(), row.wrong(),
                row.goodPurchases(), row.refusedPurchases(), row.p50Millis(), row.p99Millis(), row.normalAfterMillis(),
                row.example().isEmpty() ? "" : " wrong: " + row.example());
        return row;
    }
}

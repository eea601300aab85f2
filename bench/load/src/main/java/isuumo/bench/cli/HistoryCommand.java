package isuumo.bench.cli;

import isuumo.bench.data.DataSet;
import isuumo.bench.history.Checker;
import isuumo.bench.history.HistoryFile;
import isuumo.bench.history.Recorder;
import isuumo.bench.history.Target;
import isuumo.bench.history.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Consistency under faults: {@code history record} while something breaks, then {@code history check}. */
@Command(name = "history", description = "Records what concurrent clients see, and proves that nothing was lost, oversold or stale.", mixinStandardHelpOptions = true)
final class HistoryCommand {
    @Command(name = "record", description = "Buys, uploads and reads for a while on a freshly initialized target.", sortOptions = false, mixinStandardHelpOptions = true)
    int record(
            @Option(names = "--front", paramLabel = "NAME=URL", required = true, description = "a front door: bought and uploaded at, and read (repeatable)") Map<String, URI> fronts,
            @Option(names = "--app", paramLabel = "NAME=URL", description = "an app behind it: read only (repeatable)") Map<String, URI> apps,
            @Option(names = "--data", paramLabel = "DIR", required = true, description = "the data set the server was started with") Path data,
            @Option(names = "--out", paramLabel = "FILE", required = true, description = "where the history goes") Path out,
            @Option(names = "--duration", paramLabel = "TIME", converter = Durations.class, defaultValue = "20s", description = "default: ${DEFAULT-VALUE}") Duration duration,
            @Option(names = "--settle", paramLabel = "TIME", converter = Durations.class, defaultValue = "60s", description = "how long a target may take to serve again before it is asked for everything (default: ${DEFAULT-VALUE})") Duration settle,
            @Option(names = "--seed", paramLabel = "N", defaultValue = "10", description = "chooses what is bought and read (default: ${DEFAULT-VALUE})") long seed)
            throws IOException, InterruptedException, ExecutionException {
        List<Target> targets = Target.of(fronts, apps == null ? Map.of() : apps);
        HistoryFile.write(out, new Recorder(targets, DataSet.read(data), seed).record(duration, settle));
        return 0;
    }

    @Command(name = "check", description = "Judges a history. Prints: purchases, uploads, lost, oversold, stale, diverged, seconds of failing reads and of failing writes.", sortOptions = false, mixinStandardHelpOptions = true)
    int check(
            @Option(names = "--data", paramLabel = "DIR", required = true, description = "the data set it began with") Path data,
            @Option(names = "--history", paramLabel = "FILE", required = true, description = "what 'record' wrote") Path history,
            @Option(names = "--stocks", paramLabel = "FILE", required = true, description = "the database afterwards: id and stock of every chair, a line each") Path stocks)
            throws IOException {
        Map<Integer, Integer> before = HistoryFile.stocksOf(DataSet.read(data).chairs());
        Verdict verdict = new Checker(HistoryFile.read(history), before, HistoryFile.readStocks(stocks)).verdict();
        System.out.printf(Locale.ROOT, "%d %d %d %d %d %d %.1f %.1f%n", verdict.purchases(), verdict.uploads(),
                verdict.lost(), verdict.oversold(), verdict.stale(), verdict.diverged(), verdict.readErrorSeconds(),
                verdict.writeErrorSeconds());
        verdict.examples().forEach(System.err::println);
        return verdict.holds() ? 0 : 1;
    }
}

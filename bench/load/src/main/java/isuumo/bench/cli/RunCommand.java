package isuumo.bench.cli;

import com.fasterxml.jackson.databind.JsonNode;
import isuumo.bench.Parameters;
import isuumo.bench.answers.AnswerSource;
import isuumo.bench.data.DataSet;
import isuumo.bench.data.Json;
import isuumo.bench.http.Browser;
import isuumo.bench.http.Browser.Lane;
import isuumo.bench.http.Network;
import isuumo.bench.http.Reply;
import isuumo.bench.report.Result;
import isuumo.bench.report.ResultFiles;
import isuumo.bench.run.BenchRun;
import isuumo.bench.run.CpuMeter;
import isuumo.bench.run.Outcome;
import isuumo.bench.run.Progress;
import isuumo.bench.story.World;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Plays the contest's rules against a server. */
@Command(name = "run", description = "Plays the contest's rules against a server: initialize, verify, load, verdict (the default).%n"
        + "Prints the contest's one-line JSON; exit code 0 only for a pass.", mixinStandardHelpOptions = true, sortOptions = false)
final class RunCommand implements Callable<Integer> {
    private static final int MAX_RATE = 1_000_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private TargetOptions target;

    @Mixin
    private VariationOptions variation;

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "the data set the server was started with")
    private Path data;

    @Option(names = "--duration", paramLabel = "TIME", defaultValue = "60s", converter = Durations.class, description = "of the load phase (default: ${DEFAULT-VALUE})")
    private Duration duration;

    @Option(names = "--report", paramLabel = "DIR", description = "write index.html and result.json there")
    private Path report;

    @Mixin
    private Keeping keeping;

    @Mixin
    private Telling telling;

    @Option(names = "--strict", description = "check all there is to check; scores are not comparable")
    private boolean strict;

    @Option(names = "--rate", paramLabel = "N", defaultValue = "0", description = "open loop: N reading requests a second, timed from when they should have left; no score")
    private int rate;

    @Option(names = "--answers", paramLabel = "DIR", description = "verify with these recorded answers instead of ones computed from the data")
    private Path answers;

    @Option(names = "--seed", paramLabel = "N", description = "of every random choice (default: from the clock)")
    private Long seed;

    @Option(names = "--cpu", paramLabel = "NAME=PID", description = "report this process' CPU time too; may be given again")
    private Map<String, Long> pids = new LinkedHashMap<>();

    @Override
    public Integer call() throws InterruptedException, IOException {
        List<URI> uris = target.uris();
        Parameters parameters = variation.of(Parameters.contest().withLoad(duration));
        if (rate < 0 || rate > MAX_RATE) {
            throw new ParameterException(spec.commandLine(),
                    "--rate is " + rate + ": give 1 to " + MAX_RATE + " requests a second, or leave it out");
        }
        keeping.check();
        telling.check();
        long chosenSeed = seed == null ? System.nanoTime() : seed;
        String startedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        DataSet dataSet = DataSet.read(data);
        AnswerSource source = answers == null ? AnswerSource.computed(dataSet) : AnswerSource.files(answers);
        JsonNode version = version(uris.getFirst(), parameters);
        World world = World.of(uris, dataSet, parameters, strict);
        CpuMeter cpu = new CpuMeter(pids);
        Outcome outcome;
        try (Progress progress = new TerminalProgress(System.err, System.console() != null
                && System.console().isTerminal(), parameters.variation())) {
            outcome = new BenchRun(world, source, rate, chosenSeed, progress, cpu).run();
        }
        String asked = uris.stream().map(URI::toString).collect(Collectors.joining(" "));
        Result result = Result.of(outcome, new Result.Order(asked, version, startedAt, rate, chosenSeed),
                cpu.usedSeconds());
        System.out.println(Json.MAPPER.writeValueAsString(result.verdict()));
        if (report != null) {
            ResultFiles.write(report, result);
        }
        Summary.print(result, System.err);
        if (report != null) {
            System.err.println("  report: " + report.resolve("index.html").toAbsolutePath().normalize());
        }
        Optional<Keeping.Kept> kept = keeping.keep(result);
        kept.ifPresent(run -> System.err.println("  kept as " + run.run().name() + ": " + run.page()
                + (run.difference().isEmpty() ? "" : "\n  difference: " + run.difference())));
        telling.tell(result, kept);
        return result.pass() ? 0 : 1;
    }

    /** What the target says of itself, or null; the contest's servers do not know this call. */
    private static JsonNode version(URI uri, Parameters parameters) {
        try (Network network = new Network(List.of(uri));
                Browser browser = network.first("isuumo-bench")) {
            Reply reply = browser.get(Lane.FIRST, "/version", parameters.timeouts().verifyRequest().toNanos());
            return reply.status() == 200 ? Json.tree(reply.bytes(), reply.from(), reply.to()) : null;
        } catch (IOException _) {
            return null; // the run itself will say so if nothing answers at all
        }
    }
}

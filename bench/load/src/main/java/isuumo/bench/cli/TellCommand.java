package isuumo.bench.cli;

import isuumo.bench.page.RunPage;
import isuumo.bench.runs.KeptRun;
import isuumo.bench.runs.Runs;
import isuumo.bench.tell.Metric;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells of anything: a deploy, a rollback, a promotion, a kept run. */
@Command(name = "tell", description = "Tells a chat and a metrics service, and sends what waits for them. Without --text, --run and%n--metric only the latter. Exit code 0 only if everything has arrived.", mixinStandardHelpOptions = true, sortOptions = false)
final class TellCommand implements Callable<Integer> {
    @Option(names = "--text", paramLabel = "TEXT", description = "what to say")
    private String text;

    @Option(names = "--metric", paramLabel = "NAME=VALUE", description = "a figure of now; may be given again")
    private Map<String, Double> metrics = new LinkedHashMap<>();

    @Option(names = "--run", paramLabel = "RUN", description = "tell of this kept run, or of the only one whose name begins so")
    private String run;

    @Mixin
    private Telling telling;

    @Mixin
    private RunsOptions place;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!telling.asked()) {
            throw new ParameterException(spec.commandLine(),
                    "nobody is to be told: give --webhook-file, --metrics-file or --metrics-command");
        }
        telling.check();
        boolean arrived = true;
        if (run != null) {
            Runs runs = place.needed();
            KeptRun kept = runs.find(run);
            List<KeptRun> all = runs.all(System.err::println);
            String difference = RunPage.difference(kept, Runs.before(kept, all), all);
            arrived = telling.tell(kept.result(), Optional.of(new Keeping.Kept(kept, difference,
                    RunPage.file(kept).toAbsolutePath().normalize())));
        }
        long now = Instant.now().getEpochSecond();
        List<Metric> figures = metrics.entrySet().stream().map(m -> new Metric(m.getKey(), now, m.getValue())).toList();
        return telling.tell(Optional.ofNullable(text), figures) && arrived ? 0 : 1;
    }
}

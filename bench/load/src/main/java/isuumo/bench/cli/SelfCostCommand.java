package isuumo.bench.cli;

import isuumo.bench.self.SelfCost;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the benchmark itself costs. */
@Command(name = "self-cost", description = "Measures the benchmark itself: stories without pauses against a server that answers from fixed bytes.%n"
        + "To measure on one core: taskset -c 0 bench/run.sh self-cost --server-core 1", mixinStandardHelpOptions = true, sortOptions = false)
final class SelfCostCommand implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "DIR", required = true, description = "a data set")
    private Path data;

    @Option(names = "--duration", paramLabel = "TIME", defaultValue = "20s", converter = Durations.class, description = "of the measurement (default: ${DEFAULT-VALUE})")
    private Duration duration;

    @Option(names = "--warm-up", paramLabel = "TIME", defaultValue = "10s", converter = Durations.class, description = "before it, not measured (default: ${DEFAULT-VALUE})")
    private Duration warmUp;

    @Option(names = "--server-core", paramLabel = "N", description = "pin the fixed server to this core, by taskset")
    private Integer serverCore;

    @Option(names = "--serve", hidden = true, description = "be the fixed server")
    private boolean serve;

    @Override
    public Integer call() throws IOException, InterruptedException, URISyntaxException {
        if (serve) {
            SelfCost.serve(data);
            return 0;
        }
        SelfCost.Cost cost = SelfCost.measure(data, warmUp, duration, 1, serverCommand());
        System.out.printf(
                "%,.0f scenarios/s, %,.0f requests/s, %.3f CPU s per 1,000 requests, %.3f CPU ms a scenario,"
                        + " %.2f cores busy%n",
                cost.scenariosPerSecond(), cost.requestsPerSecond(), cost.cpuSecondsPer1000Requests(),
                cost.cpuMillisPerScenario(), cost.cores());
        return 0;
    }

    /** This program again, as the server. */
    private List<String> serverCommand() throws URISyntaxException {
        List<String> command = new ArrayList<>();
        if (serverCore != null) {
            command.addAll(List.of("taskset", "-c", serverCore.toString()));
        }
        Path jar = Path.of(SelfCost.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-cp", jar.toString(), "isuumo.bench.Main", "self-cost", "--serve", "--data", data.toString()));
        return command;
    }
}

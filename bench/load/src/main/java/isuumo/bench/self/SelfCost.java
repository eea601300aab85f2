package isuumo.bench.self;

import isuumo.bench.Parameters;
import isuumo.bench.Parameters.Level;
import isuumo.bench.Parameters.Pause;
import isuumo.bench.Parameters.Pauses;
import isuumo.bench.data.BadData;
import isuumo.bench.data.DataSet;
import isuumo.bench.run.CpuMeter;
import isuumo.bench.run.LoadOnly;
import isuumo.bench.story.World;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Measures the benchmark: chair and estate stories without any pause, against {@link FixedServer} in a process of its
 * own. Nothing is ever sold out, so that the fixed answers stay right.
 */
public final class SelfCost {
    private static final int WORKERS_OF_EACH = 12;
    private static final int PLENTY = 1_000_000_000;
    private static final String READY = "ready: ";

    /**
     * What the benchmark costs.
     *
     * @param cpuSecondsPer1000Requests of the benchmark alone, the server not counted
     * @param cores                     that the benchmark kept busy
     */
    public record Cost(double scenariosPerSecond, double requestsPerSecond, double cpuSecondsPer1000Requests,
            double cpuMillisPerScenario, double cores) {}

    private SelfCost() {}

    /** Serves fixed answers until the process ends; the first line on standard output names the address. */
    public static void serve(Path data) throws IOException {
        FixedServer server = new FixedServer(new FixedAnswers(DataSet.read(data)));
        ServerSocket listener = FixedServer.listen();
        System.out.println(READY + "http://127.0.0.1:" + listener.getLocalPort());
        server.serve(listener);
    }

    /** @param warmUp runs before and is not measured */
    public static Cost measure(Path data, Duration warmUp, Duration duration, long seed, List<String> serverCommand)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(serverCommand).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            if (line == null || !line.startsWith(READY)) {
                throw new BadData("the fixed server did not start; its reason stands above");
            }
            URI target = URI.create(line.substring(READY.length()));
            DataSet endless = endless(DataSet.read(data));
            load(target, endless, warmUp, seed);
            return load(target, endless, duration, seed + 1);
        } finally {
            process.destroy();
        }
    }

    private static Cost load(URI target, DataSet data, Duration duration, long seed) throws InterruptedException {
        Pause none = Pause.millis(0, 0);
        Parameters parameters = Parameters.contest().withLoad(duration)
                .withPauses(new Pauses(none, none, none, none, none))
                .withLevels(List.of(new Level(0, WORKERS_OF_EACH, WORKERS_OF_EACH, 0, 0, 0, 0)));
        World world = World.of(List.of(target), data, parameters, false);
        CpuMeter cpu = new CpuMeter(Map.of());
        double seconds = new LoadOnly(world, seed, cpu).run().toNanos() / 1e9;
        if (!world.tally().messages().isEmpty()) {
            throw new IllegalStateException("the fixed answers were judged wrong: " + world.tally().messages());
        }
        long scenarios = world.scenarios().get();
        long requests = world.metrics().requests();
        double used = cpu.usedSeconds().values().iterator().next();
        return new Cost(scenarios / seconds, requests / seconds, used * 1000 / requests, used * 1000 / scenarios,
                used / seconds);
    }

    private static DataSet endless(DataSet data) {
        return new DataSet(data.chairs().stream().map(c -> c.withStock(PLENTY)).toList(), data.estates(),
                data.verifyChairs(), data.verifyEstates(), List.of(), List.of(), data.chairDocument(),
                data.estateDocument(), data.chairConditions(), data.estateConditions());
    }
}

package isuumo.bench.cli;

import isuumo.bench.page.RunsIndex;
import isuumo.bench.runs.KeptRun;
import isuumo.bench.runs.Runs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The list of all kept runs. */
@Command(name = "runs", description = "Lists the runs that are kept as the contest's portal does, the newest last, and writes%na page with the score over time.", mixinStandardHelpOptions = true)
final class RunsCommand implements Callable<Integer> {
    @Mixin
    private RunsOptions place;

    @Override
    public Integer call() throws IOException {
        Runs runs = place.needed();
        List<KeptRun> all = runs.all(System.err::println);
        RunsIndex index = RunsIndex.of(all);
        System.out.print(index.asText());
        Path page = Files.createDirectories(runs.directory()).resolve("index.html");
        Files.writeString(page, index.html());
        System.err.println("page: " + page.toAbsolutePath().normalize());
        return 0;
    }
}

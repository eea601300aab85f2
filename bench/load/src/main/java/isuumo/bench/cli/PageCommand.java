package isuumo.bench.cli;

import isuumo.bench.runs.Runs;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A kept run's page again, with what was collected since. */
@Command(name = "page", description = "Writes a kept run's page again, from what lies in its folder by now, and prints the page's address.", mixinStandardHelpOptions = true)
final class PageCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "the name of a kept run, or the only one that begins so")
    private String name;

    @Option(names = "--against", paramLabel = "RUN", description = "compare with this one (default: the one before that was asked for in the same way)")
    private String against;

    @Mixin
    private RunsOptions place;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Runs runs = place.needed();
        Keeping.Kept kept = Keeping.page(runs, runs.find(name), against);
        System.out.println(kept.page());
        return 0;
    }
}

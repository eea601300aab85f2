package isuumo.bench.cli;

import isuumo.bench.report.Comparison;
import isuumo.bench.report.ResultFiles;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Two runs side by side. */
@Command(name = "compare", description = "Prints two runs side by side, with ratios.", mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "A", description = "a report folder, or its result.json")
    private Path first;

    @Parameters(index = "1", paramLabel = "B", description = "another")
    private Path second;

    @Override
    public Integer call() {
        System.out.print(Comparison.table(ResultFiles.read(first), ResultFiles.read(second)));
        return 0;
    }
}

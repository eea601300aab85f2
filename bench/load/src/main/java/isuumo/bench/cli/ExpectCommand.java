package isuumo.bench.cli;

import isuumo.bench.Parameters;
import isuumo.bench.answers.AnswerFiles;
import isuumo.bench.answers.AnswerSource;
import isuumo.bench.answers.Kind;
import isuumo.bench.data.DataSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the recorded answers that the data alone demands. */
@Command(name = "expect", description = "Computes recorded answers from the data alone, by a plain computation without any server.", mixinStandardHelpOptions = true, sortOptions = false)
final class ExpectCommand implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "DIR", required = true, description = "the data set")
    private Path data;

    @Option(names = "--out", paramLabel = "DIR", description = "where to put them (default: result/verification_data of the data set)")
    private Path out;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "10", description = "chooses the requests (default: ${DEFAULT-VALUE})")
    private long seed;

    @Override
    public Integer call() throws IOException {
        DataSet dataSet = DataSet.read(data);
        AnswerSource source = AnswerSource.computed(dataSet);
        Path folder = out == null ? data.resolve("result/verification_data") : out;
        SplittableRandom random = new SplittableRandom(seed);
        int each = Parameters.contest().amounts().recordsInAll();
        for (Kind kind : Kind.values()) {
            AnswerFiles.write(folder, kind, source.some(kind, each, random));
        }
        System.err.println("wrote " + folder.toAbsolutePath().normalize());
        return 0;
    }
}

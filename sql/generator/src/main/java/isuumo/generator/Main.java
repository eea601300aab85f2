package isuumo.generator;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line. Exit code 0: the data set is there; 1: it could not be made; 2: wrong usage. */
@Command(name = "isuumo-generator", mixinStandardHelpOptions = true, version = "isuumo-generator "
        + DataSet.VERSION, description = "Makes ISUUMO's data set: SQL, condition documents, truth files, drafts and pictures.%n"
                + "The same options give the same bytes on every machine. A complete directory is left as it is.", sortOptions = false)
public final class Main implements Callable<Integer> {
    @Option(names = "--out", required = true, paramLabel = "DIR", description = "where to put it: a new or empty directory, or one this command has filled before")
    private Path out;

    @Option(names = "--seed", paramLabel = "N", defaultValue = ""
            + Options.DEFAULT_SEED, description = "decides every value and picture (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--chairs", paramLabel = "N", defaultValue = ""
            + Options.DEFAULT_ROWS, description = "rows of chairs; the drafts' ids follow on (default: ${DEFAULT-VALUE})")
    private int chairs;

    @Option(names = "--estates", paramLabel = "N", defaultValue = ""
            + Options.DEFAULT_ROWS, description = "rows of estates; the drafts' ids follow on (default: ${DEFAULT-VALUE})")
    private int estates;

    @Option(names = "--no-images", description = "leave out the 2,000 pictures")
    private boolean noImages;

    @Spec
    private CommandSpec spec;

    public static void main(String[] args) {
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args));
    }

    static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new Main()).setOut(out).setErr(err).setParameterExceptionHandler((e, _) -> {
            e.getCommandLine().getErr().println(e.getMessage() + " (see --help)");
            return CommandLine.ExitCode.USAGE;
        }).execute(args);
    }

    @Override
    public Integer call() {
        Options options = options();
        long startNanos = System.nanoTime();
        try {
            DataSet.Outcome outcome = DataSet.generate(out, options, ConsoleProgress::of,
                    Runtime.getRuntime().availableProcessors());
            double seconds = (System.nanoTime() - startNanos) / 1e9;
            spec.commandLine().getOut().println(switch (outcome) {
                case MADE -> String.format(Locale.ROOT, "Made %s in %.1f s.", summary(options), seconds);
                case WAS_UP_TO_DATE -> String.format("Nothing to do: %s is up to date.", summary(options));
            });
            return CommandLine.ExitCode.OK;
        } catch (IOException e) {
            spec.commandLine().getErr().println("Cannot make the data set: " + reason(e));
            return 1;
        }
    }

    private Options options() {
        try {
            Options options = Options.defaults().withSeed(seed).withRows(chairs, estates);
            return noImages ? options.withoutImages() : options;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private String summary(Options options) {
        return String.format(Locale.ROOT, "%s (%d chairs, %d estates, %s pictures, seed %d)", out, options.chairs(),
                options.estates(),
                options.images() ? 2 * Limits.THUMBNAILS : "no", options.seed());
    }

    /** The file system's own exceptions may say no more than the path. */
    private static String reason(IOException e) {
        boolean pathOnly = e instanceof FileSystemException named && named.getReason() == null;
        return pathOnly
                ? e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage()
                : e.getMessage();
    }
}

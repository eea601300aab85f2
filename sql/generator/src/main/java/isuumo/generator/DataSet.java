package isuumo.generator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Makes a whole data set in a directory. Thread-safe; two runs at a time into one directory: the second one fails. */
public final class DataSet {
    /** Goes up whenever the same options give other bytes, so that older directories are made anew. */
    static final int VERSION = 2;

    /** What a run has done. */
    public enum Outcome {
        MADE, WAS_UP_TO_DATE
    }

    private DataSet() {}

    /**
     * Makes the data set, or nothing if {@code out} holds just this one already.
     *
     * @throws IOException if {@code out} holds somebody else's files, is in use by another run, or cannot be written; the
     *                     message says which, and what to do
     */
    public static Outcome generate(Path out, Options options) throws IOException {
        return generate(out, options, Progress.silent(), Runtime.getRuntime().availableProcessors());
    }

    static Outcome generate(Path out, Options options, IntFunction<Progress> progressOfFiles, int threads)
            throws IOException {
        List<DataFile> files = files(options);
        OutputDirectory directory = new OutputDirectory(out);
        if (directory.holds(stamp(options), files)) {
            return Outcome.WAS_UP_TO_DATE;
        }
        try (OutputDirectory.Claim claim = directory.claim(); Progress progress = progressOfFiles.apply(files.size())) {
            writeAll(files, claim, progress, threads);
            claim.complete(stamp(options));
        }
        return Outcome.MADE;
    }

    static List<DataFile> files(Options options) {
        List<DataFile> files = new ArrayList<>(TextFiles.of(options));
        if (options.images()) {
            files.addAll(PictureFiles.of(options.seed()));
        }
        return files;
    }

    private static String stamp(Options options) {
        return String.format(Locale.ROOT, "generator=%d\nseed=%d\nchairs=%d\nestates=%d\nimages=%s\n", VERSION,
                options.seed(),
                options.chairs(), options.estates(), options.images());
    }

    private static void writeAll(List<DataFile> files, OutputDirectory.Claim claim, Progress progress, int threads)
            throws IOException {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> running = new ArrayList<>();
            for (DataFile file : files) {
                running.add(pool.submit(() -> {
                    claim.write(file);
                    progress.step();
                    return null;
                }));
            }
            try {
                for (Future<?> file : running) {
                    file.get();
                }
            } catch (ExecutionException | InterruptedException e) {
                pool.shutdownNow();
                throw e.getCause() instanceof IOException cause ? cause : new IOException("interrupted", e);
            }
        }
    }
}

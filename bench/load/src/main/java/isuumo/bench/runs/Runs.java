package isuumo.bench.runs;

import isuumo.bench.data.BadData;
import isuumo.bench.data.Json;
import isuumo.bench.report.Result;
import isuumo.bench.report.ResultFiles;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A directory with a folder for each run that was kept. A folder's name is when the run started and a number, such as
 * {@code 20261201T013000Z-1}, so that the names' order is the runs'. Several people may share the directory: a name is
 * taken by whoever makes the folder.
 */
public record Runs(Path directory) {
    private static final String CARD = "run.json";
    private static final String SETTINGS = "settings";
    private static final String NAME = "\\d{8}T\\d{6}Z-\\d+";

    /** Keeps a run. Its page is not written yet. */
    public KeptRun keep(Result result, RunCard card, Settings settings) throws IOException {
        Path folder = folder(result.startedAt());
        ResultFiles.writeResult(folder, result);
        Json.MAPPER.writerWithDefaultPrettyPrinter().writeValue(folder.resolve(CARD).toFile(), card);
        settings.write(folder.resolve(SETTINGS));
        return new KeptRun(folder, card, result, settings);
    }

    private Path folder(String startedAt) throws IOException {
        String time = startedAt.replaceAll("[-:]", "");
        Files.createDirectories(directory);
        for (int number = 1;; number++) {
            try {
                return Files.createDirectory(directory.resolve(time + "-" + number));
            } catch (FileAlreadyExistsException _) {
                // somebody else's
            }
        }
    }

    /**
     * All, the oldest first.
     *
     * @param damaged is told of each that cannot be read, in a sentence
     */
    public List<KeptRun> all(Consumer<String> damaged) throws IOException {
        List<KeptRun> runs = new ArrayList<>();
        for (Path folder : folders()) {
            try {
                runs.add(read(folder));
            } catch (BadData e) {
                damaged.accept(e.getMessage());
            }
        }
        return runs;
    }

    private List<Path> folders() throws IOException {
        if (Files.notExists(directory)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(directory)) {
            return found.filter(path -> path.getFileName().toString().matches(NAME) && Files.isDirectory(path))
                    .sorted((a, b) -> order(a).compareTo(order(b))).toList();
        }
    }

    /** Runs of one second by their number, not by its first digit. */
    private static String order(Path folder) {
        String[] parts = folder.getFileName().toString().split("-");
        return parts[0] + String.format("%9s", parts[1]);
    }

    private static KeptRun read(Path folder) {
        Result result = ResultFiles.read(folder);
        Path card = folder.resolve(CARD);
        try {
            RunCard read = Json.MAPPER.readValue(card.toFile(), RunCard.class);
            if (read == null || read.commit() == null || read.author() == null || read.subject() == null
                    || read.note() == null) {
                throw new BadData(card + ": it names no commit; remove the folder, or keep the run again");
            }
            return new KeptRun(folder, read, result, Settings.read(folder.resolve(SETTINGS)));
        } catch (IOException e) {
            throw new BadData(card + ": " + e.getMessage().lines().findFirst().orElse("unreadable")
                    + "; remove the folder, or keep the run again");
        }
    }

    /**
     * The one of that name, or the only one whose name begins so.
     *
     * @throws BadData if none does, if several do, or if it cannot be read
     */
    public KeptRun find(String name) throws IOException {
        List<Path> found = folders().stream().filter(path -> path.getFileName().toString().startsWith(name)).toList();
        Optional<Path> exact = found.stream().filter(path -> path.getFileName().toString().equals(name)).findFirst();
        if (exact.isEmpty() && found.size() != 1) {
            throw new BadData("'" + name + "' is the beginning of " + found.size() + " runs' names in " + directory
                    + "; 'runs' lists them: give one of those names, or enough of it");
        }
        return read(exact.orElseGet(found::getFirst));
    }

    /** The last one before this that was asked for in the same way. */
    public static Optional<KeptRun> before(KeptRun run, List<KeptRun> all) {
        return all.stream().takeWhile(other -> !other.folder().equals(run.folder()))
                .filter(other -> other.kind().equals(run.kind())).reduce((_, later) -> later);
    }
}

package isuumo.bench.answers;

import isuumo.bench.data.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Writes recorded answers as the contest's files; a folder appears under its name only when it is complete. */
public final class AnswerFiles {
    private AnswerFiles() {}

    /** Replaces {@code folder/<kind>} by one file a record, numbered from 0. */
    public static void write(Path folder, Kind kind, List<Recorded> records) throws IOException {
        Path target = folder.resolve(kind.folder());
        Path fresh = folder.resolve(kind.folder() + ".new");
        delete(fresh);
        Files.createDirectories(fresh);
        for (int i = 0; i < records.size(); i++) {
            Json.MAPPER.writeValue(fresh.resolve(i + ".json").toFile(), records.get(i));
        }
        delete(target);
        Files.move(fresh, target);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> paths = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.sorted(Comparator.reverseOrder()).forEach(paths::add);
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}

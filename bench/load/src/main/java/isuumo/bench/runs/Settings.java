package isuumo.bench.runs;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The configuration that a run ran with. Immutable.
 *
 * @param files the lines of each text file, by its path with slashes
 */
public record Settings(Map<String, List<String>> files) {
    public static final Settings NONE = new Settings(Map.of());

    /** What a repository configures the JVM, nginx, the database and its tables with. */
    private static final List<String> PLACES = List.of("webapp/jvm.options", "nginx", "mysql", "sql/schema");
    /** Nobody's settings, though they lie among them. */
    private static final List<String> LEFT_OUT = List.of("test", "target", "README.md");
    private static final int MOST_BYTES = 1 << 20;

    public Settings {
        files = Map.copyOf(files);
    }

    /** Those of a repository as they are now. */
    public static Settings ofRepository(Path root) throws IOException {
        Map<String, List<String>> files = new TreeMap<>();
        for (String place : PLACES) {
            read(root, root.resolve(place), files);
        }
        return new Settings(files);
    }

    /** Those that {@link #write} left there; none if it left none. */
    static Settings read(Path folder) throws IOException {
        Map<String, List<String>> files = new TreeMap<>();
        read(folder, folder, files);
        return new Settings(files);
    }

    private static void read(Path root, Path place, Map<String, List<String>> into) throws IOException {
        if (Files.notExists(place)) {
            return;
        }
        try (Stream<Path> found = Files.walk(place)) {
            for (Path file : (Iterable<Path>) found.filter(Files::isRegularFile)::iterator) {
                Path relative = root.relativize(file);
                if (LEFT_OUT.stream().noneMatch(name -> contains(relative, name)) && Files.size(file) <= MOST_BYTES) {
                    readText(file, relative.toString().replace('\\', '/'), into);
                }
            }
        }
    }

    private static boolean contains(Path path, String name) {
        for (Path part : path) {
            if (part.toString().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static void readText(Path file, String name, Map<String, List<String>> into) throws IOException {
        try {
            into.put(name, Files.readAllLines(file));
        } catch (MalformedInputException _) {
            // no text: no setting that a person could compare
        }
    }

    void write(Path folder) throws IOException {
        for (Map.Entry<String, List<String>> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    /** What changed since: a file's name, then its lines that only one of both has. Empty if nothing did. */
    public List<String> since(Settings before) {
        List<String> lines = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(files.keySet());
        names.addAll(before.files.keySet());
        for (String name : names) {
            List<String> changed = LineDiff.of(before.files.getOrDefault(name, List.of()),
                    files.getOrDefault(name, List.of()));
            if (!changed.isEmpty()) {
                lines.add(name);
                lines.addAll(changed);
            }
        }
        return lines;
    }
}

package isuumo.generator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** SHA-256 sums of directories. */
final class Digests {
    private Digests() {}

    /** The sum of each file, by its path below {@code root}. */
    static SortedMap<String, String> ofFiles(Path root) throws Exception {
        SortedMap<String, String> sums = new TreeMap<>();
        for (Path file : files(root)) {
            sums.put(root.relativize(file).toString().replace('\\', '/'), of(Files.readAllBytes(file)));
        }
        return sums;
    }

    /** One sum over all paths and sums. */
    static String ofAll(SortedMap<String, String> sums) throws Exception {
        return of(sums.toString().getBytes(StandardCharsets.UTF_8));
    }

    static String of(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}

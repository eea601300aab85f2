package isuumo.generator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the text resources beside this class: UTF-8, one entry a line; blank lines and lines that start with # are skipped. */
public final class WordList {
    private WordList() {}

    /** The entries of {@code isuumo/generator/<name>}, in file order. */
    public static List<String> read(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8).lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }

    static byte[] bytes(String name) {
        try (InputStream in = WordList.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "resource isuumo/generator/" + name + " is missing from the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package isuumo.testing;

import isuumo.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A home for embedded databases in the {@link BuildDirectory}: a server started, killed and started again keeps its rows. */
public record EmbeddedHome(Path path) {
    public static EmbeddedHome named(String name) {
        return new EmbeddedHome(BuildDirectory.resolve("database").resolve(name));
    }

    /** A home without rows: what an earlier run left is removed. */
    public static EmbeddedHome empty(String name) throws IOException {
        EmbeddedHome home = named(name);
        if (Files.exists(home.path)) {
            try (Stream<Path> files = Files.walk(home.path)) {
                files.sorted(Comparator.reverseOrder()).forEach(EmbeddedHome::delete);
            }
        }
        return home;
    }

    /** A home without rows, whose account has a given password. */
    public static EmbeddedHome empty(String name, String password) throws IOException {
        EmbeddedHome home = empty(name);
        Files.createDirectories(home.path);
        Files.writeString(home.path.resolve("password"), password);
        return home;
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public EmbeddedDatabase start(String... options) throws IOException, InterruptedException {
        return EmbeddedDatabase.start(TestDatabase.BINARIES, path, List.of(options));
    }

    public Account account(EmbeddedDatabase server) throws IOException {
        return new Account(server.jdbcUrl(), EmbeddedDatabase.USER, Files.readString(server.passwordFile()));
    }
}

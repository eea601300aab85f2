package isuumo.generator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory that this generator fills, or has filled.
 *
 * <p>A hidden file tells the states apart. {@code .generating}: being made, or left half-made. {@code .stamp}: complete, and
 * made with the options it names; it is written last, in one step. Neither, and not empty: somebody else's files, which are
 * never touched.
 */
final class OutputDirectory {
    static final String STAMP = ".stamp";
    static final String MARKER = ".generating";

    private final Path root;

    OutputDirectory(Path root) {
        this.root = root;
    }

    /** Whether this very stamp is there, and every file. */
    boolean holds(String stamp, List<DataFile> files) throws IOException {
        Path path = root.resolve(STAMP);
        return Files.isRegularFile(path) && Files.readString(path).equals(stamp)
                && files.stream().allMatch(file -> Files.isRegularFile(root.resolve(file.path())));
    }

    /**
     * Takes the directory for one run: creates it if it is missing, marks it as half-made, and removes what an earlier run
     * may have left that this one will not overwrite.
     */
    Claim claim() throws IOException {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new IOException(root + " is no directory: give another one with --out");
        }
        if (isForeign()) {
            throw new IOException(root + " holds files that this generator did not make (no " + STAMP
                    + "): they are left alone; give an empty or new directory with --out");
        }
        Files.createDirectories(root);
        Claim claim = new Claim(lockMarker());
        Files.deleteIfExists(root.resolve(STAMP));
        deleteFiles("images/chair", "[0-9a-f]{64}\\.png");
        deleteFiles("images/estate", "[0-9a-f]{64}\\.png");
        removeRecordedAnswers();
        return claim;
    }

    private boolean isForeign() throws IOException {
        if (!Files.isDirectory(root) || Files.exists(root.resolve(STAMP)) || Files.exists(root.resolve(MARKER))) {
            return false;
        }
        try (Stream<Path> entries = Files.list(root)) {
            return entries.findAny().isPresent();
        }
    }

    private FileChannel lockMarker() throws IOException {
        FileChannel marker = FileChannel.open(root.resolve(MARKER), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        try {
            FileLock lock = marker.tryLock();
            if (lock != null) {
                return marker;
            }
        } catch (OverlappingFileLockException _) {
            // another thread of this process holds it: the same case
        }
        marker.close();
        throw new IOException(root + " is being made by another run: wait for it to end, then try again");
    }

    /** The benchmark records answers over the old data; they would be wrong for the new. */
    private void removeRecordedAnswers() throws IOException {
        Path recorded = root.resolve("result/verification_data");
        if (Files.isDirectory(recorded)) {
            try (Stream<Path> kinds = Files.list(recorded)) {
                for (Path kind : kinds.filter(Files::isDirectory).toList()) {
                    deleteFiles("result/verification_data/" + kind.getFileName(), "\\d+\\.json");
                }
            }
        }
    }

    private void deleteFiles(String folder, String namePattern) throws IOException {
        Path path = root.resolve(folder);
        if (Files.isDirectory(path)) {
            try (Stream<Path> entries = Files.list(path)) {
                for (Path file : entries.filter(entry -> entry.getFileName().toString().matches(namePattern))
                        .toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The right to write; closing it without {@link #complete} leaves the directory half-made. */
    final class Claim implements AutoCloseable {
        private final FileChannel marker;

        private Claim(FileChannel marker) {
            this.marker = marker;
        }

        void write(DataFile file) throws IOException {
            Path path = root.resolve(file.path());
            Files.createDirectories(path.getParent());
            try (OutputStream out = Files.newOutputStream(path)) {
                file.content().writeTo(out);
            }
        }

        void complete(String stamp) throws IOException {
            Path unfinished = root.resolve(STAMP + ".tmp");
            Files.writeString(unfinished, stamp);
            Files.move(unfinished, root.resolve(STAMP), StandardCopyOption.ATOMIC_MOVE);
            Files.delete(root.resolve(MARKER));
        }

        @Override
        public void close() throws IOException {
            marker.close();
        }
    }
}

package isuumo.bench.tell;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Messages to one place that have not arrived yet, a file each, in the order in which they were written. What arrives may
 * arrive twice: the other side may have taken a message whose answer was lost. One process at a time delivers.
 */
public final class Outbox {
    /** A service that was away for so many runs is not coming back; the oldest go first. */
    static final int MOST = 1_000;

    private static final int ATTEMPTS = 3;

    private final Path directory;
    private final Duration pause;

    public Outbox(Path directory) {
        this(directory, Duration.ofMillis(500));
    }

    /** @param pause before the second attempt, and twice as long before the third */
    Outbox(Path directory, Duration pause) {
        this.directory = directory;
        this.pause = pause;
    }

    /** Lasts when this returns. */
    public void put(byte[] message) throws IOException {
        Files.createDirectories(directory);
        Path written = Files.createTempFile(directory, "new", ".tmp");
        Files.write(written, message);
        try (FileChannel channel = channel(); FileLock _ = channel.lock()) {
            List<Path> waiting = waiting();
            for (Path oldest : waiting.subList(0, Math.max(0, waiting.size() - MOST + 1))) {
                Files.delete(oldest);
            }
            long last = waiting.isEmpty() ? 0 : number(waiting.getLast());
            Files.move(written, directory.resolve(String.format("%012d", last + 1)), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /**
     * Delivers what waits, the oldest first, until all has arrived or one does not after {@value #ATTEMPTS} attempts.
     *
     * @param told is told in a sentence of what does not arrive
     * @return whether nothing waits any more, and nothing was refused
     */
    public boolean deliver(Delivery to, Consumer<String> told) throws IOException, InterruptedException {
        if (Files.notExists(directory)) {
            return true;
        }
        boolean all = true;
        try (FileChannel channel = channel(); FileLock _ = channel.lock()) {
            List<Path> waiting = waiting();
            for (int i = 0; i < waiting.size(); i++) {
                try {
                    attempt(to, Files.readAllBytes(waiting.get(i)));
                } catch (Delivery.Unwanted e) {
                    told.accept(e.getMessage() + ": this message is dropped, and no other");
                    all = false;
                } catch (IOException e) {
                    told.accept(e.getMessage() + "; " + (waiting.size() - i) + " messages wait in " + directory
                            + " for the next time");
                    return false;
                }
                Files.delete(waiting.get(i));
            }
        }
        return all;
    }

    private void attempt(Delivery to, byte[] message) throws IOException, InterruptedException {
        for (int attempt = 1;; attempt++) {
            try {
                to.deliver(message);
                return;
            } catch (Delivery.Unwanted e) {
                throw e;
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                Thread.sleep(pause.multipliedBy(attempt));
            }
        }
    }

    /** Locked by the process that delivers; others wait. */
    private FileChannel channel() throws IOException {
        return FileChannel.open(directory.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private List<Path> waiting() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{12}")).sorted().toList();
        }
    }

    private static long number(Path file) {
        return Long.parseLong(file.getFileName().toString());
    }
}

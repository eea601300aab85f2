package isuumo.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What a class says in the log, from the beginning of a test until it is closed. Thread-safe. */
public final class LogLines implements AutoCloseable {
    private static final long WAIT_NANOS = 60_000_000_000L;

    private final List<String> lines = new ArrayList<>();
    private final Logger log;
    private final Level levelBefore;
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord logged) {
            synchronized (lines) {
                lines.add(logged.getLevel() + " " + logged.getMessage());
                lines.notifyAll();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    /** @param logger its name, mostly a class's */
    public LogLines(String logger) {
        log = Logger.getLogger(logger);
        levelBefore = log.getLevel();
        log.setLevel(Level.INFO);
        log.addHandler(handler);
    }

    public List<String> all() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    public void clear() {
        synchronized (lines) {
            lines.clear();
        }
    }

    /** Returns when there is such a line. */
    public void await(String part) throws InterruptedException {
        long deadline = System.nanoTime() + WAIT_NANOS;
        Predicate<String> wanted = line -> line.contains(part);
        synchronized (lines) {
            while (lines.stream().noneMatch(wanted)) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    throw new AssertionError("nobody says \"" + part + "\" but " + lines);
                }
                lines.wait(left / 1_000_000 + 1);
            }
        }
    }

    @Override
    public void close() {
        log.removeHandler(handler);
        log.setLevel(levelBefore);
    }
}

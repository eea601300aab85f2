package isuumo.testing;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Whatever is logged by anybody, line by line, at the levels of a server ({@code logging.properties}). Thread-safe. */
public final class EveryLogLine implements AutoCloseable {
    private final List<String> lines = new ArrayList<>();
    private final Logger root = Logger.getLogger("");
    private final Level levelBefore = root.getLevel();
    private final Logger isuumo = Logger.getLogger("isuumo");
    private final Level isuumoBefore = isuumo.getLevel();
    private final SimpleFormatter formatter = new SimpleFormatter();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord logged) {
            StringWriter text = new StringWriter();
            text.append(logged.getLevel() + " " + formatter.formatMessage(logged) + "\n");
            if (logged.getThrown() != null) {
                logged.getThrown().printStackTrace(new PrintWriter(text, true));
            }
            synchronized (lines) {
                lines.addAll(List.of(text.toString().split("\n")));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    public EveryLogLine() {
        root.setLevel(Level.WARNING);
        isuumo.setLevel(Level.INFO);
        handler.setLevel(Level.ALL);
        root.addHandler(handler);
    }

    /** What has been logged so far. */
    public List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    @Override
    public void close() {
        root.removeHandler(handler);
        root.setLevel(levelBefore);
        isuumo.setLevel(isuumoBefore);
    }
}

package isuumo.generator;

import java.io.Console;
import java.util.concurrent.atomic.AtomicInteger;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress on standard error: a bar on a terminal, else one plain line for each quarter. */
final class ConsoleProgress {
    private ConsoleProgress() {}

    static Progress of(int files) {
        Console console = System.console();
        boolean terminal = console != null && console.isTerminal() && !"dumb".equals(System.getenv("TERM"));
        return terminal ? new Bar(files) : new Lines(files);
    }

    private record Bar(ProgressBar bar) implements Progress {
        private static final int UPDATE_INTERVAL_MILLIS = 100;

        Bar(int files) {
            this(new ProgressBarBuilder().setTaskName("Making data").setUnit(" files", 1).setInitialMax(files)
                    .setStyle(ProgressBarStyle.ASCII).setUpdateIntervalMillis(UPDATE_INTERVAL_MILLIS).build());
        }

        @Override
        public void step() {
            bar.step();
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    private record Lines(int files, AtomicInteger done) implements Progress {
        private static final int PARTS = 4;

        Lines(int files) {
            this(files, new AtomicInteger());
        }

        @Override
        public void step() {
            int now = done.incrementAndGet();
            if (now * PARTS / files != (now - 1) * PARTS / files) {
                System.err.println("Making data: " + now + " of " + files + " files");
            }
        }

        @Override
        public void close() {
            // every line is complete
        }
    }
}

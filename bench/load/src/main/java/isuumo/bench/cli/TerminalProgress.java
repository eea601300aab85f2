package isuumo.bench.cli;

import isuumo.bench.Variation;
import isuumo.bench.run.Progress;
import isuumo.bench.run.Sample;
import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress on standard error: a bar on a terminal, else a line every ten seconds; all in the rules' time. */
final class TerminalProgress implements Progress {
    private static final int PLAIN_EVERY_SECONDS = 10;

    private final PrintStream err;
    private final boolean terminal;
    private final Variation variation;
    private final String manner;
    private final long startNanos = System.nanoTime();
    private ProgressBar bar;

    TerminalProgress(PrintStream err, boolean terminal, Variation variation) {
        this.err = err;
        this.terminal = terminal;
        this.variation = variation;
        this.manner = variation.besideTimes().isEmpty() ? "" : " (" + variation.besideTimes() + ")";
    }

    @Override
    public void phase(String name) {
        close();
        err.printf("%6.1f s  %s%s%n", variation.ruleNanos(System.nanoTime() - startNanos) / 1e9, name, manner);
    }

    @Override
    public void loading(Sample sample, Duration inAll) {
        String state = String.format("score %,d  level %d  errors %d  noted %d", sample.score(), sample.level(),
                sample.errors(), sample.noted());
        if (!terminal) {
            if (sample.second() % PLAIN_EVERY_SECONDS == 0) {
                err.printf("%6d s  of %d s load%s: %s%n", sample.second(), inAll.toSeconds(), manner, state);
            }
            return;
        }
        if (bar == null) {
            bar = new ProgressBarBuilder().setTaskName("load" + manner).setInitialMax(inAll.toSeconds())
                    .setUnit(" s", 1)
                    .setStyle(ProgressBarStyle.ASCII).setUpdateIntervalMillis(500).setMaxRenderedLength(110).build();
        }
        bar.setExtraMessage("  " + state);
        bar.stepTo(sample.second());
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}

package isuumo.bench.runs;

import isuumo.bench.report.Result;
import java.nio.file.Path;

/** A run in its folder, whose name is the run's. */
public record KeptRun(Path folder, RunCard card, Result result, Settings settings) {
    public String name() {
        return folder.getFileName().toString();
    }

    /** Whether the two were asked for in the same way, so that their figures mean the same. */
    public boolean isComparableTo(KeptRun other) {
        return result.strict() == other.result.strict() && result.rate() == other.result.rate()
                && result.variation().equals(other.result.variation()) && result.target().equals(other.result.target())
                && Math.round(result.loadSeconds()) == Math.round(other.result.loadSeconds());
    }

    /** Whether the same commit ran with the same settings in both, so that whatever differs is noise. */
    public boolean isSameAs(KeptRun other) {
        return isComparableTo(other) && !card.dirty() && !other.card.dirty()
                && card.commit().equals(other.card.commit())
                && settings.equals(other.settings);
    }
}

package isuumo.bench.runs;

import isuumo.bench.Variation;
import isuumo.bench.report.Result;
import java.nio.file.Path;

/** A run in its folder, whose name is the run's. */
public record KeptRun(Path folder, RunCard card, Result result, Settings settings) {
    public String name() {
        return folder.getFileName().toString();
    }

    /** How a run was asked for: figures of one kind mean the same. */
    public record Kind(String target, long loadSeconds, Variation variation, boolean strict, int rate) {}

    public Kind kind() {
        return new Kind(result.target(), Math.round(result.loadSeconds()), result.variation(), result.strict(),
                result.rate());
    }

    /** Whether the same commit ran with the same settings in both, so that whatever differs is noise. */
    public boolean isSameAs(KeptRun other) {
        return kind().equals(other.kind()) && !card.dirty() && !other.card.dirty()
                && card.commit().equals(other.card.commit())
                && settings.equals(other.settings);
    }
}

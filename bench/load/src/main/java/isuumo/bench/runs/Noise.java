package isuumo.bench.runs;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How far figures differ where nothing was changed: for each the largest difference between two runs of the same commit
 * with the same settings, relative to the smaller one, among the last {@value #PAIRS} such pairs. Immutable.
 */
public final class Noise {
    private static final int PAIRS = 10;

    private final Map<String, Double> byFigure = new HashMap<>();

    private Noise() {}

    /** @param all oldest first; a run of that kind is paired with the last one before it that is the same */
    public static Noise of(List<KeptRun> all, KeptRun.Kind kind) {
        List<KeptRun> runs = all.stream().filter(run -> run.kind().equals(kind)).toList();
        Noise noise = new Noise();
        int pairs = 0;
        for (int later = runs.size() - 1; later > 0 && pairs < PAIRS; later--) {
            for (int earlier = later - 1; earlier >= 0; earlier--) {
                if (bothPassed(runs.get(earlier), runs.get(later)) && runs.get(earlier).isSameAs(runs.get(later))) {
                    noise.add(runs.get(earlier), runs.get(later));
                    pairs++;
                    break;
                }
            }
        }
        return noise;
    }

    private static boolean bothPassed(KeptRun a, KeptRun b) {
        return a.result().pass() && b.result().pass();
    }

    private void add(KeptRun a, KeptRun b) {
        Map<String, Double> second = Figures.of(b.result());
        Figures.of(a.result()).forEach((name, value) -> {
            Double other = second.get(name);
            if (other != null && Math.min(value, other) > 0) {
                byFigure.merge(name, Math.abs(value - other) / Math.min(value, other), Math::max);
            }
        });
    }

    /** As a share of the figure; empty while no two runs of the same thing are known. */
    public OptionalDouble of(String figure) {
        Double share = byFigure.get(figure);
        return share == null ? OptionalDouble.empty() : OptionalDouble.of(share);
    }

    /** How two values of a figure differ. */
    public Change change(String figure, double before, double after) {
        return new Change(before == 0 ? Double.NaN : (after - before) / before, of(figure));
    }

    /**
     * A difference, as a share of the value before.
     *
     * @param share NaN where there was nothing before
     */
    public record Change(double share, OptionalDouble noise) {
        /** Whether it is more than nothing at all makes. */
        public boolean isReal() {
            return !Double.isNaN(share) && (noise.isEmpty() || Math.abs(share) > noise.getAsDouble());
        }

        /** Such as {@code +5.2 %}, or {@code none} within the noise. */
        @Override
        public String toString() {
            if (Double.isNaN(share)) {
                return "-";
            }
            return isReal() ? String.format(Locale.ROOT, "%+.1f %%", 100 * share) : "none";
        }

        /** The same with the reason why it can be believed or not. */
        public String explained() {
            String said = noise.isPresent()
                    ? String.format(Locale.ROOT, "runs of the same commit differ by up to %.1f %%",
                            100 * noise.getAsDouble())
                    : "the noise is not known: play the same commit twice";
            return this + " (" + said + ")";
        }
    }
}

package isuumo.bench;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every number of the contest's rules. {@link #contest()} holds the contest's own; nothing else in this module has a
 * number of the rules in it. Immutable.
 *
 * @param load      how long the load phase lasts
 * @param levels    workers added when a level is reached; the index is the level
 * @param variation how these differ from the contest's; its slow motion and crowd are in all the others already
 */
public record Parameters(Duration load, Timeouts timeouts, Pauses pauses, Scoring scoring, Amounts amounts,
        List<Level> levels, Variation variation) {

    /**
     * How long the benchmark waits.
     *
     * @param verifyInAll   for the whole verify phase
     * @param verifyRequest per request of the verify phase
     * @param browser       per request of a person or a bot in load
     * @param draft         per request of a draft worker in load: later is critical
     * @param patience      a page that takes longer makes the user leave
     */
    public record Timeouts(Duration initialize, Duration verifyInAll, Duration verifyRequest, Duration browser,
            Duration draft, Duration patience) {
        private Timeouts times(double factor) {
            return new Timeouts(longer(initialize, factor), longer(verifyInAll, factor), longer(verifyRequest, factor),
                    longer(browser, factor), longer(draft, factor), longer(patience, factor));
        }
    }

    /** A pause of {@code mean} plus or minus up to {@code swing}, evenly spread. */
    public record Pause(Duration mean, Duration swing) {
        public static Pause millis(long mean, long swing) {
            return new Pause(Duration.ofMillis(mean), Duration.ofMillis(swing));
        }

        private Pause times(double factor) {
            return new Pause(longer(mean, factor), longer(swing, factor));
        }
    }

    /**
     * How long workers rest.
     *
     * @param between     between two scenarios of a person
     * @param afterLeave  after a page that was too slow
     * @param afterError  after a scenario that failed
     * @param botInterval from one bot round's start to the next
     * @param beforeDraft from a draft worker's start to its upload
     */
    public record Pauses(Pause between, Pause afterLeave, Pause afterError, Pause botInterval, Pause beforeDraft) {
        private Pauses times(double factor) {
            return new Pauses(between.times(factor), afterLeave.times(factor), afterError.times(factor),
                    botInterval.times(factor), beforeDraft.times(factor));
        }
    }

    /**
     * What counts.
     *
     * @param applicationErrorCost points that one application error takes
     * @param maxApplicationErrors a run with this many fails
     * @param maxCriticalErrors    a run with this many fails
     */
    public record Scoring(int purchase, int documentRequest, int applicationErrorCost, int maxApplicationErrors,
            int maxCriticalErrors) {}

    /**
     * How much of what a scenario asks for.
     *
     * @param perPage          page size of people's searches
     * @param searches         random searches in a search scenario
     * @param pagings          random pages of each
     * @param pagesToPageIn    among this many first pages
     * @param details          detail pages looked at
     * @param lowPriced        rows in a low-priced list at most
     * @param recommended      rows in a recommended list at most
     * @param nazotte          rows in a nazotte answer at most
     * @param recordsPerKind   recorded answers that the verify phase asks of each kind
     * @param recordsInAll     recorded answers that exist of each kind
     */
    public record Amounts(int perPage, int botPerPage, int searches, int pagings, int pagesToPageIn, int details,
            int lowPriced, int recommended, int nazotte, int recordsPerKind, int recordsInAll) {}

    /**
     * Workers that are added at a level.
     *
     * @param score the score that reaches the level
     */
    public record Level(long score, int chairSearch, int estateSearch, int nazotte, int bots, int chairDrafts,
            int estateDrafts) {
        private Level crowded(int times) {
            return new Level(score, chairSearch * times, estateSearch * times, nazotte * times, bots * times,
                    chairDrafts, estateDrafts);
        }
    }

    /** The contest's rules. */
    public static Parameters contest() {
        return new Parameters(Duration.ofSeconds(60),
                new Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(10), Duration.ofSeconds(2),
                        Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofSeconds(1)),
                new Pauses(Pause.millis(50, 50), Pause.millis(1500, 50), Pause.millis(1500, 250),
                        Pause.millis(500, 0), Pause.millis(500, 0)),
                new Scoring(1, 1, 50, 10, 1), new Amounts(25, 10, 2, 2, 5, 2, 20, 20, 50, 5, 100), contestLevels(),
                Variation.NONE);
    }

    private static List<Level> contestLevels() {
        Stream<Level> first = Stream.of(new Level(0, 3, 3, 0, 0, 0, 0), new Level(300, 0, 0, 3, 0, 0, 0),
                new Level(600, 0, 0, 0, 5, 1, 1));
        Stream<Level> rest = Stream.of(800, 900, 1000, 1100, 1200, 1300, 1450, 1600, 1800)
                .map(score -> new Level(score, 1, 1, 1, 1, 1, 1));
        return Stream.concat(first, rest).toList();
    }

    public Parameters withLoad(Duration duration) {
        return new Parameters(duration, timeouts, pauses, scoring, amounts, levels, variation);
    }

    public Parameters withTimeouts(Timeouts other) {
        return new Parameters(load, other, pauses, scoring, amounts, levels, variation);
    }

    public Parameters withPauses(Pauses other) {
        return new Parameters(load, timeouts, other, scoring, amounts, levels, variation);
    }

    public Parameters withLevels(List<Level> other) {
        return new Parameters(load, timeouts, pauses, scoring, amounts, List.copyOf(other), variation);
    }

    /** The same rules with every time so many times as long. */
    public Parameters inSlowMotion(double factor) {
        return new Parameters(longer(load, factor), timeouts.times(factor), pauses.times(factor), scoring, amounts,
                levels, new Variation(variation.slowMotion() * factor, variation.crowd()));
    }

    /** The same rules with so many times as many people and bots a level; what drafts do stays the same. */
    public Parameters withCrowd(int times) {
        return new Parameters(load, timeouts, pauses, scoring, amounts,
                levels.stream().map(level -> level.crowded(times)).toList(),
                new Variation(variation.slowMotion(), variation.crowd() * times));
    }

    /** How long the load phase lasts in the rules' time. */
    public Duration ruleLoad() {
        return Duration.ofNanos(variation.ruleNanos(load.toNanos()));
    }

    private static Duration longer(Duration time, double factor) {
        return Duration.ofNanos(Math.round(time.toNanos() * factor));
    }
}

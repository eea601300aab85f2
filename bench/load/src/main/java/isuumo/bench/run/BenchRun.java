package isuumo.bench.run;

import isuumo.bench.answers.AnswerSource;
import isuumo.bench.http.Wire;
import isuumo.bench.score.Failure;
import isuumo.bench.score.Severity;
import isuumo.bench.story.World;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * All phases of a run, on one screen: initialize, verify, load, verdict.
 *
 * @param answers what the verify phase compares with
 * @param rate    requests a second of the rules' time in the open loop, or 0 for the contest's workers
 * @param seed    of every random choice
 * @param cpu     measures the load phase
 */
public record BenchRun(World world, AnswerSource answers, int rate, long seed, Progress progress, CpuMeter cpu) {

    public Outcome run() throws InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        String language = "";
        try {
            progress.phase("initialize");
            language = Initialize.run(world);
            progress.phase("verify");
            new Verify(world, answers, random.split()).run();
        } catch (Failure failure) {
            world.tally().error(failure.as(Severity.CRITICAL));
            world.tally().close();
            world.network().close();
            String phase = language.isEmpty() ? "initialize" : "verification";
            return new Outcome(false, phase + " failed: " + failure, language, world, 0, Duration.ZERO, List.of(),
                    Wire.NOTHING);
        }
        progress.phase("load");
        long loadFrom = System.currentTimeMillis();
        Clock clock = new Clock(world, progress, cpu);
        if (rate > 0) {
            new OpenLoop(world, random, rate).run(clock);
        } else {
            new Load(world, random).run(clock);
        }
        Duration loaded = clock.stop();
        progress.phase("done");
        String reason = failReason();
        return new Outcome(reason == null, reason == null ? "OK" : reason, language, world, loadFrom, loaded,
                clock.samples(), clock.wire());
    }

    private String failReason() {
        if (world.tally().failReason() != null) {
            return world.tally().failReason();
        }
        return world.tally().rawScore() < 0 ? "the score fell below zero" : null;
    }
}

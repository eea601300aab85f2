package isuumo.bench.run;

import isuumo.bench.http.Wire;
import isuumo.bench.score.Severity;
import isuumo.bench.score.Tally;
import isuumo.bench.story.World;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The load phase's time: waits a moment per tick, keeps a sample a second of the rules' time, tells the progress
 * display, and measures CPU and bytes from its start to its stop.
 */
final class Clock {
    private static final int TICK_MILLIS = 20;

    private final World world;
    private final Progress progress;
    private final CpuMeter cpu;
    private final long endNanos;
    private final Wire before;
    private final long startNanos = System.nanoTime();
    private final List<Sample> samples = new ArrayList<>();
    private Wire wire = Wire.NOTHING;

    Clock(World world, Progress progress, CpuMeter cpu) {
        this.world = world;
        this.progress = progress;
        this.cpu = cpu;
        cpu.start();
        this.before = world.network().wire();
        this.endNanos = startNanos + world.parameters().load().toNanos();
    }

    /** Waits until the next tick; false when the time is over. */
    boolean tick() throws InterruptedException {
        long now = System.nanoTime();
        if (now >= endNanos) {
            return false;
        }
        TimeUnit.NANOSECONDS.sleep(Math.min(TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS), endNanos - now));
        int second = (int) TimeUnit.NANOSECONDS.toSeconds(ruleNanosUntil(System.nanoTime()));
        while (samples.size() < second) {
            Sample sample = sample(samples.size() + 1);
            samples.add(sample);
            progress.loading(sample, world.parameters().ruleLoad());
        }
        return true;
    }

    private Sample sample(int second) {
        Tally tally = world.tally();
        return new Sample(second, tally.score(), world.level().get(), world.metrics().requestsInSecond(second - 1),
                tally.errors(Severity.CRITICAL) + tally.errors(Severity.APPLICATION), tally.errors(Severity.NOTED)
                        + tally.leaves());
    }

    /** The load is over: stops measuring and gives the rules' time that has passed. */
    Duration stop() {
        cpu.stop();
        wire = world.network().wire().minus(before);
        return Duration.ofNanos(ruleNanosUntil(Math.min(System.nanoTime(), endNanos)));
    }

    private long ruleNanosUntil(long nanos) {
        return world.parameters().variation().ruleNanos(nanos - startNanos);
    }

    /** What went over the sockets between start and stop. */
    Wire wire() {
        return wire;
    }

    List<Sample> samples() {
        return List.copyOf(samples);
    }
}

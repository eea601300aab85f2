package isuumo.bench.run;

import isuumo.bench.story.World;
import java.time.Duration;
import java.util.SplittableRandom;

/** The load phase without the phases before it: for measuring the benchmark against a server that only pretends. */
public record LoadOnly(World world, long seed, CpuMeter cpu) {

    /** How long the load really lasted. */
    public Duration run() throws InterruptedException {
        Clock clock = new Clock(world, Progress.silent(), cpu);
        new Load(world, new SplittableRandom(seed)).run(clock);
        return clock.stop();
    }
}

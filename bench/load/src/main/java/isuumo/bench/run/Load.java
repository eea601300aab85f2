package isuumo.bench.run;

import isuumo.bench.Parameters.Level;
import isuumo.bench.story.World;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Phase 3: the workers of the present level, all mixed, until the time is over or the run has failed. */
final class Load {
    private final World world;
    private final SplittableRandom random;
    private final List<Thread> threads = new ArrayList<>();
    private int chairDraftsUsed;
    private int estateDraftsUsed;

    Load(World world, SplittableRandom random) {
        this.world = world;
        this.random = random;
    }

    void run(Clock clock) throws InterruptedException {
        List<Level> levels = world.parameters().levels();
        world.metrics().start();
        add(levels.getFirst());
        try {
            while (clock.tick() && world.tally().failReason() == null) {
                int next = world.level().get() + 1;
                if (next < levels.size() && world.tally().points() >= levels.get(next).score()) {
                    world.level().set(next);
                    add(levels.get(next));
                }
            }
        } finally {
            world.tally().close();
            world.metrics().stop();
            stop();
        }
    }

    private void add(Level level) {
        start(level.chairSearch(), r -> Worker.chairSearch(world, r));
        start(level.estateSearch(), r -> Worker.estateSearch(world, r));
        start(level.nazotte(), r -> Worker.nazotte(world, r));
        start(level.bots(), r -> Worker.bot(world, r));
        for (int i = 0; i < level.chairDrafts() && chairDraftsUsed < world.data().chairDrafts().size(); i++) {
            var drafts = world.data().chairDrafts().get(chairDraftsUsed++);
            start(1, r -> Worker.chairDraft(world, r, drafts));
        }
        for (int i = 0; i < level.estateDrafts() && estateDraftsUsed < world.data().estateDrafts().size(); i++) {
            var drafts = world.data().estateDrafts().get(estateDraftsUsed++);
            start(1, r -> Worker.estateDraft(world, r, drafts));
        }
    }

    private void start(int count, Function<RandomGenerator, Runnable> worker) {
        for (int i = 0; i < count; i++) {
            threads.add(Thread.ofVirtual().start(worker.apply(random.split())));
        }
    }

    private void stop() throws InterruptedException {
        world.watchdog().close();
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join();
        }
    }
}

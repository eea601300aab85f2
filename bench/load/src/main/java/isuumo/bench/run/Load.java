package isuumo.bench.run;

import isuumo.bench.Parameters.Level;
import isuumo.bench.story.World;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Phase 3: the workers of the present level, all mixed, until the time is over or the run has failed. */
final class Load {
    /**
     * What a worker does. Each role takes the targets in turn by itself: a level adds six workers in the same order, so
     * one turn for all would send every chair searcher of three targets to the same one.
     */
    private enum Role {
        CHAIR_SEARCH, ESTATE_SEARCH, NAZOTTE, BOT, CHAIR_DRAFT, ESTATE_DRAFT
    }

    private final World world;
    private final SplittableRandom random;
    private final List<Thread> threads = new ArrayList<>();
    private final int[] started = new int[Role.values().length];
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
        start(Role.CHAIR_SEARCH, level.chairSearch(), Worker::searchChairs);
        start(Role.ESTATE_SEARCH, level.estateSearch(), Worker::searchEstates);
        start(Role.NAZOTTE, level.nazotte(), Worker::drawOnTheMap);
        start(Role.BOT, level.bots(), Worker::crawl);
        for (int i = 0; i < level.chairDrafts() && chairDraftsUsed < world.data().chairDrafts().size(); i++) {
            var drafts = world.data().chairDrafts().get(chairDraftsUsed++);
            start(Role.CHAIR_DRAFT, 1, worker -> worker.addChairs(drafts));
        }
        for (int i = 0; i < level.estateDrafts() && estateDraftsUsed < world.data().estateDrafts().size(); i++) {
            var drafts = world.data().estateDrafts().get(estateDraftsUsed++);
            start(Role.ESTATE_DRAFT, 1, worker -> worker.addEstates(drafts));
        }
    }

    private void start(Role role, int count, Consumer<Worker> story) {
        for (int i = 0; i < count; i++) {
            int turn = role.ordinal() + started[role.ordinal()]++;
            Worker worker = new Worker(world, turn, random.split());
            threads.add(Thread.ofVirtual().start(() -> story.accept(worker)));
        }
    }

    private void stop() throws InterruptedException {
        world.network().close();
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            thread.join();
        }
    }
}

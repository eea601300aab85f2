package isuumo.bench.run;

import isuumo.bench.Parameters.Pause;
import isuumo.bench.Parameters.Pauses;
import isuumo.bench.data.Chair;
import isuumo.bench.data.Estate;
import isuumo.bench.http.Browser;
import isuumo.bench.score.Failure;
import isuumo.bench.score.Leave;
import isuumo.bench.score.Severity;
import isuumo.bench.story.BotStory;
import isuumo.bench.story.Caller;
import isuumo.bench.story.ChairDraftStory;
import isuumo.bench.story.ChairStory;
import isuumo.bench.story.EstateDraftStory;
import isuumo.bench.story.EstateStory;
import isuumo.bench.story.NazotteStory;
import isuumo.bench.story.Pages;
import isuumo.bench.story.Story;
import isuumo.bench.story.UserAgents;
import isuumo.bench.story.World;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;

/**
 * One worker: a browser of its own that plays its story again and again, resting as the rules say, until it is
 * interrupted. Each story's method is what a thread of its own runs.
 */
final class Worker {
    private final World world;
    private final int turn;
    private final Pauses pauses;
    private final RandomGenerator random;

    /** @param turn which of the targets its browser keeps to */
    Worker(World world, int turn, RandomGenerator random) {
        this.world = world;
        this.turn = turn;
        this.pauses = world.parameters().pauses();
        this.random = random;
    }

    void searchChairs() {
        person((pages, _) -> new ChairStory(world, pages, random));
    }

    void searchEstates() {
        person((pages, _) -> new EstateStory(world, pages, random));
    }

    void drawOnTheMap() {
        person((pages, _) -> new NazotteStory(pages, random));
    }

    void addChairs(List<Chair> drafts) {
        draft(caller -> new ChairDraftStory(world, caller, drafts));
    }

    void addEstates(List<Estate> drafts) {
        draft(caller -> new EstateDraftStory(world, caller, drafts));
    }

    private void person(BiFunction<Pages, Caller, Story> storyOf) {
        try (Browser browser = world.network().inTurn(turn, UserAgents.person(random))) {
            Caller caller = new Caller(browser, world.metrics(), world.parameters().timeouts().browser(), false);
            Story story = storyOf.apply(new Pages(world, caller), caller);
            while (true) {
                rest(pauses.between());
                try {
                    story.play();
                    world.scenarios().incrementAndGet();
                } catch (Leave page) {
                    world.tally().leave(page);
                    rest(pauses.afterLeave());
                } catch (Failure failure) {
                    world.tally().error(failure);
                    rest(pauses.afterError());
                }
            }
        } catch (InterruptedException _) {
            // the load phase is over
        }
    }

    void crawl() {
        try (Browser browser = world.network().inTurn(turn, UserAgents.bot(random))) {
            Caller caller = new Caller(browser, world.metrics(), world.parameters().timeouts().browser(), true);
            BotStory story = new BotStory(world, caller, random);
            while (true) {
                long start = System.nanoTime();
                try {
                    story.play();
                } catch (Failure failure) {
                    world.tally().error(failure);
                }
                Thread.sleep(length(pauses.botInterval()).minusNanos(System.nanoTime() - start));
            }
        } catch (InterruptedException _) {
            // the load phase is over
        }
    }

    private void draft(java.util.function.Function<Caller, Story> storyOf) {
        try (Browser browser = world.network().inTurn(turn, UserAgents.person(random))) {
            rest(pauses.beforeDraft());
            Caller caller = new Caller(browser, world.metrics(), world.parameters().timeouts().draft(), false);
            storyOf.apply(caller).play();
        } catch (Leave page) {
            world.tally().leave(page);
        } catch (Failure failure) {
            world.tally().error(failure.as(Severity.CRITICAL));
        } catch (InterruptedException _) {
            // the load phase is over
        }
    }

    private void rest(Pause pause) throws InterruptedException {
        Thread.sleep(length(pause));
    }

    private Duration length(Pause pause) {
        long swing = pause.swing().toNanos();
        return swing == 0 ? pause.mean() : pause.mean().plusNanos(random.nextLong(-swing, swing + 1));
    }
}

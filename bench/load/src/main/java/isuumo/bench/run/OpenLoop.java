package isuumo.bench.run;

import isuumo.bench.http.Browser;
import isuumo.bench.score.Failure;
import isuumo.bench.score.Leave;
import isuumo.bench.story.Caller;
import isuumo.bench.story.Pages;
import isuumo.bench.story.RandomPolygon;
import isuumo.bench.story.RandomQuery;
import isuumo.bench.story.UserAgents;
import isuumo.bench.story.World;
import isuumo.bench.truth.ChairEntry;
import isuumo.bench.truth.EstateEntry;
import isuumo.bench.truth.Polygon;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * Reading requests at a fixed rate, whether or not earlier ones were answered; latency counts from the moment a request
 * should have left, so a server that stalls cannot hide the requests it kept from being sent. No points are made. The
 * mix is about that of the contest's workers, without purchases.
 */
final class OpenLoop {
    /** So many requests may be under way; beyond, they queue, and their waiting counts as latency. */
    private static final int MAX_BROWSERS = 256;

    private final World world;
    private final SplittableRandom random;
    private final long intervalNanos;
    private final Deque<Visitor> idle = new ArrayDeque<>();
    private final List<Visitor> all = new ArrayList<>();

    /** @param requestsPerSecond of the rules' time */
    OpenLoop(World world, SplittableRandom random, int requestsPerSecond) {
        this.world = world;
        this.random = random;
        this.intervalNanos = Math.round(world.parameters().variation().slowMotion() * 1e9 / requestsPerSecond);
    }

    /** A browser that makes one request at a time. */
    private record Visitor(Caller caller, Pages pages, RandomGenerator random) {}

    void run(Clock clock) throws InterruptedException {
        world.metrics().start();
        Thread pacer = Thread.ofPlatform().name("pacer").start(this::pace);
        try {
            boolean going = true;
            while (going) {
                going = clock.tick() && world.tally().failReason() == null;
            }
        } finally {
            world.tally().close();
            world.metrics().stop();
            pacer.interrupt();
            pacer.join();
            world.network().close();
            all.forEach(visitor -> visitor.caller().browser().close());
        }
    }

    private void pace() {
        long due = System.nanoTime();
        while (!Thread.interrupted()) {
            long wait = due - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
                continue;
            }
            try {
                Visitor visitor = take();
                long shouldLeave = due;
                Thread.startVirtualThread(() -> visit(visitor, shouldLeave));
            } catch (InterruptedException _) {
                return;
            }
            due += intervalNanos;
        }
    }

    private synchronized Visitor take() throws InterruptedException {
        while (idle.isEmpty() && all.size() >= MAX_BROWSERS) {
            wait();
        }
        if (!idle.isEmpty()) {
            return idle.pop();
        }
        RandomGenerator own = random.split();
        Browser browser = world.network().inTurn(all.size(), UserAgents.person(own));
        Caller caller = new Caller(browser, world.metrics(), world.parameters().timeouts().browser(), false);
        Visitor visitor = new Visitor(caller, new Pages(world, caller), own);
        all.add(visitor);
        return visitor;
    }

    private synchronized void giveBack(Visitor visitor) {
        idle.push(visitor);
        notifyAll();
    }

    private void visit(Visitor visitor, long shouldLeaveNanos) {
        try {
            visitor.caller().nextShouldHaveLeft(shouldLeaveNanos);
            request(visitor);
        } catch (Leave page) {
            world.tally().leave(page);
        } catch (Failure failure) {
            world.tally().error(failure);
        } finally {
            giveBack(visitor);
        }
    }

    /** Weights: searches 10, details 6, nazotte 1, conditions 2. */
    private void request(Visitor visitor) throws Failure, Leave {
        RandomGenerator dice = visitor.random();
        Pages pages = visitor.pages();
        int perPage = world.parameters().amounts().perPage();
        int page = dice.nextInt(world.parameters().amounts().pagesToPageIn());
        switch (dice.nextInt(19)) {
            case 0, 1, 2, 3, 4 -> pages.searchChairs(
                    RandomQuery.chairs(world.data().chairConditions(), dice.nextInt(12), dice), page, perPage);
            case 5, 6, 7, 8, 9 -> pages.searchEstates(
                    RandomQuery.estates(world.data().estateConditions(), dice.nextInt(12), dice), page, perPage);
            case 10, 11, 12 -> pages.estatePage(anyEstate(dice));
            case 13, 14, 15 -> pages.chairDetail(anyChair(dice));
            case 16 -> pages.nazotte(Polygon.of(RandomPolygon.ring(dice)));
            case 17 -> pages.chairConditions();
            default -> pages.estateConditions();
        }
    }

    private EstateEntry anyEstate(RandomGenerator dice) {
        var rows = world.data().estates();
        return world.truth().estate(rows.get(dice.nextInt(rows.size())).id());
    }

    private ChairEntry anyChair(RandomGenerator dice) {
        var rows = world.data().chairs();
        return world.truth().chair(rows.get(dice.nextInt(rows.size())).id());
    }
}

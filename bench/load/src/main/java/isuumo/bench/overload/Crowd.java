package isuumo.bench.overload;

import isuumo.bench.Variation;
import isuumo.bench.http.Browser;
import isuumo.bench.http.Browser.Lane;
import isuumo.bench.http.Network;
import isuumo.bench.http.Reply;
import isuumo.bench.http.TransportException;
import isuumo.bench.http.TransportException.Kind;
import isuumo.bench.overload.Mix.Request;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** So many people with a connection each, who ask at a given rate, or as fast as they are answered. */
final class Crowd implements AutoCloseable {
    /** The contest's clients wait no longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Mix mix;
    private final Variation variation;
    private final Network network;
    private final int connections;
    private final SplittableRandom random;
    private final ConcurrentLinkedDeque<Person> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger people = new AtomicInteger();

    private record Person(Browser browser, RandomGenerator dice) {}

    Crowd(List<URI> targets, Mix mix, Variation variation, int connections, long seed) {
        this.mix = mix;
        this.variation = variation;
        this.connections = connections;
        network = new Network(targets);
        random = new SplittableRandom(seed);
    }

    /** Each of so many asks again when answered. */
    Step closed(int atOnce, Duration duration) {
        Step step = new Step();
        long end = System.nanoTime() + nanos(duration);
        Phaser under = new Phaser(1);
        for (int i = 0; i < atOnce; i++) {
            Person person = person();
            under.register();
            Thread.startVirtualThread(() -> {
                for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
                    ask(person, now, step);
                }
                idle.push(person);
                under.arriveAndDeregister();
            });
        }
        under.arriveAndAwaitAdvance();
        return step;
    }

    /** Whether or not earlier ones were answered; returns when the last is. */
    Step open(double perSecond, Duration duration) {
        Step step = new Step();
        Phaser under = new Phaser(1);
        double interval = variation.slowMotion() * 1e9 / perSecond;
        long start = System.nanoTime();
        long count = Math.round(nanos(duration) / interval);
        for (long i = 0; i < count; i++) {
            long due = start + Math.round(i * interval);
            while (due - System.nanoTime() > 0) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            Person person = person();
            if (person == null) {
                step.unsent.increment();
                continue;
            }
            under.register();
            Thread.startVirtualThread(() -> {
                ask(person, due, step);
                idle.push(person);
                under.arriveAndDeregister();
            });
        }
        under.arriveAndAwaitAdvance();
        return step;
    }

    /** Null when everybody waits. */
    private Person person() {
        Person free = idle.poll();
        if (free != null || people.get() == connections) {
            return free;
        }
        return new Person(network.inTurn(people.getAndIncrement(), "Mozilla/5.0 isuumo-bench"), random.split());
    }

    private void ask(Person person, long dueNanos, Step step) {
        Request request = mix.next(person.dice());
        try {
            Reply reply = request.body() == null
                    ? person.browser().get(Lane.FIRST, request.path(), nanos(PATIENCE))
                    : person.browser().post(Lane.FIRST, request.path(), "application/json", request.body(),
                            nanos(PATIENCE));
            switch (reply.status()) {
                case 200 -> answered(request, dueNanos, step);
                case 503 -> step.refused(request.isPurchase());
                case 404 -> {
                    if (request.path().startsWith("/api/chair/")) { // sold out
                        answered(request, dueNanos, step);
                    } else {
                        step.wrong(request.path() + " was answered 404");
                    }
                }
                default -> step.wrong(request.path() + " was answered " + reply.status());
            }
        } catch (TransportException e) {
            if (e.kind() == Kind.TIMEOUT) {
                step.lost.increment();
            } else {
                step.refused(request.isPurchase());
            }
        }
    }

    private void answered(Request request, long dueNanos, Step step) {
        step.answered(request.isPurchase(), variation.ruleNanos(System.nanoTime() - dueNanos));
    }

    private long nanos(Duration ofTheRules) {
        return Math.round(ofTheRules.toNanos() * variation.slowMotion());
    }

    @Override
    public void close() {
        network.close();
        idle.forEach(person -> person.browser().close());
    }
}

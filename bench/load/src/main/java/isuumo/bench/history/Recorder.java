package isuumo.bench.history;

import isuumo.bench.data.Chair;
import isuumo.bench.data.DataSet;
import isuumo.bench.history.Operation.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** Buyers, uploaders and readers at once: purchases and uploads at the front doors, reads everywhere. */
public final class Recorder {
    private static final int BUYERS = 12;
    private static final int UPLOADERS = 2;
    private static final int READERS_PER_TARGET = 2;
    private static final int ROWS_PER_UPLOAD = 5;
    private static final int MAX_PAUSE_MILLIS = 100;
    private static final int RETRY_MILLIS = 100;

    private final List<Target> targets;
    private final List<Target> frontDoors;
    private final List<List<Chair>> uploads = new ArrayList<>();
    private final AtomicInteger nextUpload = new AtomicInteger();
    private final HotChairs chairs;
    private final SplittableRandom seeds;

    /** @param targets at least one of them a front door */
    public Recorder(List<Target> targets, DataSet data, long seed) {
        this.targets = List.copyOf(targets);
        frontDoors = targets.stream().filter(Target::isFrontDoor).toList();
        seeds = new SplittableRandom(seed);
        chairs = new HotChairs(data.chairs());
        List<Chair> drafts = data.chairDrafts().stream().flatMap(List::stream).filter(c -> c.stock() > 0).toList();
        for (int start = 0; start + ROWS_PER_UPLOAD <= drafts.size(); start += ROWS_PER_UPLOAD) {
            uploads.add(drafts.subList(start, start + ROWS_PER_UPLOAD));
        }
    }

    /** What one client does, again and again. */
    private interface Client {
        void act(RandomGenerator random) throws InterruptedException;
    }

    /**
     * Calls for that long, waits until every target serves again, then asks each for every chair that was touched.
     *
     * @param settle how long a target may take to serve again; one that does not is asked all the same, and its
     *               failures stand in the history
     */
    public List<Operation> record(Duration duration, Duration settle) throws InterruptedException, ExecutionException {
        try (Calls calls = new Calls(); ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long end = System.nanoTime() + duration.toNanos();
            List<Future<?>> clients = new ArrayList<>();
            clients.addAll(start(threads, end, BUYERS, random -> buy(calls, random)));
            clients.addAll(start(threads, end, UPLOADERS, random -> upload(calls, random)));
            for (Target target : targets) {
                clients.addAll(start(threads, end, READERS_PER_TARGET, random -> read(calls, target, random)));
            }
            for (Future<?> client : clients) {
                client.get();
            }
            askForAll(calls, System.nanoTime() + settle.toNanos());
            return calls.history();
        }
    }

    private List<Future<?>> start(ExecutorService threads, long end, int count, Client client) {
        List<Future<?>> started = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            RandomGenerator random = seeds.split();
            started.add(threads.submit(() -> {
                while (System.nanoTime() < end) {
                    client.act(random);
                    TimeUnit.MILLISECONDS.sleep(random.nextInt(MAX_PAUSE_MILLIS)); // a person's pace
                }
                return null;
            }));
        }
        return started;
    }

    private void buy(Calls calls, RandomGenerator random) throws InterruptedException {
        int chair = chairs.toBuy(random);
        if (calls.buy(any(frontDoors, random), chair).refused()) {
            chairs.soldOut(chair);
        }
    }

    private void upload(Calls calls, RandomGenerator random) throws InterruptedException {
        int number = nextUpload.getAndIncrement();
        if (number < uploads.size()) {
            calls.upload(any(frontDoors, random), uploads.get(number));
            uploads.get(number).forEach(row -> chairs.changed(row.id()));
        }
    }

    private void read(Calls calls, Target target, RandomGenerator random) throws InterruptedException {
        if (random.nextInt(4) == 0) {
            calls.cheapest(target);
        } else {
            calls.detail(Kind.DETAIL, target, chairs.toLookAt(random));
        }
    }

    private void askForAll(Calls calls, long deadline) throws InterruptedException {
        TreeSet<Integer> touched = new TreeSet<>();
        calls.history().stream().filter(o -> o.kind().isWrite()).forEach(o -> touched.addAll(o.items()));
        for (Target target : targets) {
            while (!calls.serves(target) && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
            }
            for (int chair : touched) {
                calls.detail(Kind.FINAL, target, chair);
            }
        }
    }

    private static Target any(List<Target> targets, RandomGenerator random) {
        return targets.get(random.nextInt(targets.size()));
    }
}

package isuumo.bench.history;

import isuumo.bench.data.Chair;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The few chairs that everybody wants at the moment, so that they sell out one after the other all the time, and those
 * that changed lately, which readers look at. The cheapest come first: they are in the lists. Thread-safe.
 */
final class HotChairs {
    private static final int WANTED = 16;
    private static final int REMEMBERED = 64;
    private static final int MAX_STOCK = 4;

    private final Deque<Integer> waiting = new ArrayDeque<>();
    private final List<Integer> wanted = new ArrayList<>();
    private final Deque<Integer> changed = new ArrayDeque<>();

    HotChairs(List<Chair> chairs) {
        chairs.stream().filter(chair -> chair.stock() > 0 && chair.stock() <= MAX_STOCK)
                .sorted(Comparator.comparingInt(Chair::price).thenComparingInt(Chair::id))
                .forEach(chair -> waiting.add(chair.id()));
        while (wanted.size() < WANTED && !waiting.isEmpty()) {
            wanted.add(waiting.poll());
        }
    }

    synchronized int toBuy(RandomGenerator random) {
        return wanted.get(random.nextInt(wanted.size()));
    }

    synchronized int toLookAt(RandomGenerator random) {
        if (changed.isEmpty() || random.nextInt(3) == 0) {
            return toBuy(random);
        }
        return changed.stream().skip(random.nextInt(changed.size())).findFirst().orElseThrow();
    }

    /** A buyer was refused: the next chair takes its place. */
    synchronized void soldOut(int chair) {
        int place = wanted.indexOf(chair);
        if (place >= 0 && !waiting.isEmpty()) {
            wanted.set(place, waiting.poll());
            changed(chair);
        }
    }

    synchronized void changed(int chair) {
        changed.add(chair);
        if (changed.size() > REMEMBERED) {
            changed.poll();
        }
    }
}

package isuumo.index;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Random data of a known seed; a parameterized test shows the seed in its name. */
final class Seeded {
    private Seeded() {}

    static RandomGenerator random(long seed) {
        return new SplittableRandom(seed);
    }

    static boolean[] booleans(RandomGenerator random, int length, double probability) {
        boolean[] values = new boolean[length];
        for (int i = 0; i < length; i++) {
            values[i] = random.nextDouble() < probability;
        }
        return values;
    }

    /** Integers from {@code min} (inclusive) to {@code max} (exclusive). */
    static int[] ints(RandomGenerator random, int length, int min, int max) {
        return random.ints(length, min, max).toArray();
    }
}

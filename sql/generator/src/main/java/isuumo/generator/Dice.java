package isuumo.generator;

import java.util.ArrayList;
import java.util.List;

/**
 * Seeded random draws that give the same values on every machine and every JDK.
 *
 * <p>The generator is SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, OOPSLA 2014). It is
 * written out here because the JDK fixes the values of {@code nextLong}, but not how {@code nextInt(bound)} and
 * {@code nextGaussian} are made of them. Each item draws from dice of its own, so that items can be made in any order and
 * a smaller data set is the beginning of a larger one. Not thread-safe.
 */
public final class Dice {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long state) {
        this.state = state;
    }

    /** The dice of item {@code index} in the named stream; different names or indexes give unrelated draws. */
    public static Dice of(long seed, String stream, long index) {
        long state = mix(seed + GOLDEN_GAMMA);
        for (int i = 0; i < stream.length(); i++) {
            state = mix(state + GOLDEN_GAMMA ^ stream.charAt(i));
        }
        return new Dice(mix(state + GOLDEN_GAMMA ^ index));
    }

    private static long mix(long z) {
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Uniform in {@code [0, bound)}; the bias of the multiplication method is below bound / 2^64. */
    public int below(int bound) {
        return (int) Math.unsignedMultiplyHigh(nextLong(), bound);
    }

    /** Uniform in {@code [min, max]}, both included. */
    public int between(int min, int max) {
        return min + below(max - min + 1);
    }

    /** True in {@code percent} of 100 draws. */
    public boolean chance(int percent) {
        return below(100) < percent;
    }

    /** Uniform in {@code [0, 1)}, in steps of 2^-53. */
    double unit() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /** Normal with mean 0 and standard deviation 1, by the Box-Muller transform in StrictMath. */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - unit()));
        return radius * StrictMath.cos(2 * StrictMath.PI * unit());
    }

    /** One element, each equally likely. */
    public <T> T one(List<T> from) {
        return from.get(below(from.size()));
    }

    /** {@code count} distinct elements in random order. */
    public <T> List<T> distinct(List<T> from, int count) {
        List<T> left = new ArrayList<>(from);
        List<T> drawn = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            drawn.add(left.remove(below(left.size())));
        }
        return drawn;
    }
}

package isuumo.generator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiceTest {
    private static final long SEED = 20_200_912;
    private static final int DRAWS = 100_000;

    @Test
    void drawsTheValuesOfSplitMix64() {
        SplittableRandom reference = new SplittableRandom(SEED);
        Dice dice = new Dice(SEED);
        for (int i = 0; i < 1_000; i++) {
            assertEquals(reference.nextLong(), dice.nextLong(), "draw " + i);
        }
    }

    @Test
    void everyValueOfARangeComesUpEquallyOftenItsEndsToo() {
        Dice dice = new Dice(SEED);
        int[] counts = new int[10];
        for (int i = 0; i < DRAWS; i++) {
            counts[dice.between(3, 12) - 3]++;
        }
        for (int count : counts) {
            assertEquals(DRAWS / 10.0, count, 400, "four standard deviations");
        }
    }

    @Test
    void normalDrawsHaveMeanZeroAndDeviationOne() {
        Dice dice = new Dice(SEED);
        double sum = 0;
        double squares = 0;
        int beyondTwo = 0;
        for (int i = 0; i < DRAWS; i++) {
            double x = dice.normal();
            sum += x;
            squares += x * x;
            beyondTwo += Math.abs(x) > 2 ? 1 : 0;
        }
        assertEquals(0, sum / DRAWS, 0.013);
        assertEquals(1, squares / DRAWS, 0.02);
        assertEquals(0.0455, beyondTwo / (double) DRAWS, 0.003);
    }

    @Test
    void differentStreamsAndIndexesGiveUnrelatedDraws() {
        HashSet<Long> firsts = new HashSet<>();
        for (String stream : List.of("chair", "estate")) {
            IntStream.range(0, 1_000).forEach(index -> firsts.add(Dice.of(SEED, stream, index).nextLong()));
        }
        assertEquals(2_000, firsts.size());
        assertNotEquals(Dice.of(1, "chair", 0).nextLong(), Dice.of(2, "chair", 0).nextLong());
    }

    @Test
    void distinctDrawsNeverRepeatAndReachEveryElement() {
        Dice dice = new Dice(SEED);
        List<Integer> from = List.of(1, 2, 3, 4, 5);
        HashSet<Integer> seen = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            List<Integer> drawn = dice.distinct(from, 3);
            assertEquals(3, new HashSet<>(drawn).size());
            seen.addAll(drawn);
        }
        assertTrue(seen.containsAll(from));
    }
}

package isuumo.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Costs are counted in rows that a merge copies. */
class MergePolicyTest {
    /** 29,500 rows, ten and a hundred times as many, uploads of one row up to thousands. */
    @ParameterizedTest
    @CsvSource({"29500,500,60", "295000,500,1000", "2950000,500,10000", "29500,1,20000", "2950000,1,20000", "0,1,20000",
            "0,5000,2000"})
    void segmentsAreFewAndARowIsCopiedSeldom(int base, int uploadedRows, int uploads) {
        assertBounds(base, uploads, _ -> uploadedRows);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void soAreThoseOfUploadsOfAnySize(long seed) {
        Random random = new Random(seed);
        assertBounds(29_500, 5_000, _ -> 1 + (int) Math.pow(10, random.nextDouble(4)));
    }

    private static void assertBounds(int base, int uploads, IntUnaryOperator uploadedRows) {
        List<Integer> sizes = new ArrayList<>(base == 0 ? List.of() : List.of(base));
        long rows = base;
        long copied = 0;
        for (int i = 0; i < uploads; i++) {
            int uploaded = uploadedRows.applyAsInt(i);
            rows += uploaded;
            copied += upload(sizes, uploaded);
            int most = 2 + (int) (Math.log(Math.max(1, rows / 500.0)) / Math.log(3));
            assertTrue(sizes.size() <= most, () -> sizes + ", more than " + most);
        }
        double mostCopies = Math.log(rows / 250.0) / Math.log(1.5);
        long brought = rows - base;
        long bound = (long) (mostCopies * (brought + base)) + 750L * uploads;
        assertTrue(copied <= bound, copied + " rows copied, more than " + bound);
    }

    /** Makes segments as few as the policy wants. */
    private static long upload(List<Integer> sizes, int rows) {
        sizes.add(rows);
        long copied = 0;
        while (true) {
            sizes.sort(Collections.reverseOrder());
            int merged = MergePolicy.smallestToMerge(sizes.stream().mapToInt(Integer::intValue).toArray());
            if (merged == 0) {
                return copied;
            }
            List<Integer> smallest = sizes.subList(sizes.size() - merged, sizes.size());
            int sum = smallest.stream().mapToInt(Integer::intValue).sum();
            smallest.clear();
            sizes.add(sum);
            copied += sum;
        }
    }

    /** What an upload of 500 rows costs on average, until the catalog has twice the rows: some ten times its own rows. */
    @Test
    void anUploadIsCopiedSomeTenTimes() {
        List<Integer> sizes = new ArrayList<>(List.of(29_500));
        long copied = 0;
        for (int i = 0; i < 59; i++) {
            copied += upload(sizes, 500);
        }
        assertTrue(copied < 59 * 500 * 8, () -> sizes + "");
    }

    @Test
    void oneSegmentIsLeftAsItIs() {
        assertEquals(0, MergePolicy.smallestToMerge(new int[]{}));
        assertEquals(0, MergePolicy.smallestToMerge(new int[]{1}));
    }

    @Test
    void onlyWhatIsTooLargeForItsPlaceIsMerged() {
        assertEquals(0, MergePolicy.smallestToMerge(new int[]{29_500, 500}));
        assertEquals(2, MergePolicy.smallestToMerge(new int[]{29_500, 999, 500}));
        assertEquals(0, MergePolicy.smallestToMerge(new int[]{29_500, 1_000, 500}));
        assertEquals(3, MergePolicy.smallestToMerge(new int[]{29_500, 14_000, 1_000}));
        int[] many = new int[100];
        Arrays.fill(many, 1);
        assertEquals(100, MergePolicy.smallestToMerge(many));
    }

    @Test
    void aSegmentIsMadeAnewWhenMostOfItIsDead() {
        assertFalse(MergePolicy.isMostlyDead(5_000, 10_000));
        assertTrue(MergePolicy.isMostlyDead(4_999, 10_000));
        assertFalse(MergePolicy.isMostlyDead(1, 251));
        assertTrue(MergePolicy.isMostlyDead(1, 252));
    }
}

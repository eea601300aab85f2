package isuumo.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeIndexTest {
    @ParameterizedTest
    @CsvSource({"-1,80,-5,true", "-1,80,79,true", "-1,80,80,false", "80,110,79,false", "80,110,80,true",
            "80,110,109,true", "80,110,110,false", "150,-1,149,false", "150,-1,150,true", "150,-1,2147483647,true",
            "-1,-1,-2147483648,true"})
    void aRangeHoldsItsLowerEndAndNotItsUpper(int min, int max, int value, boolean held) {
        assertEquals(held, new Range(min, max).contains(value));
    }

    @Test
    void eachRangeFindsTheRowsOfAScan() {
        List<Range> ranges = List.of(new Range(-1, 80), new Range(80, 110), new Range(110, 150), new Range(150, -1));
        int[] values = Seeded.ints(Seeded.random(4), 5_000, 30, 201);
        RangeIndex index = new RangeIndex(ranges, values);
        for (int id = 0; id < ranges.size(); id++) {
            for (int row = 0; row < values.length; row++) {
                assertEquals(ranges.get(id).contains(values[row]), index.rows(id).contains(row));
            }
        }
    }

    @Test
    void rangesMayOverlap() {
        RangeIndex index = new RangeIndex(List.of(new Range(0, 10), new Range(5, 15)), new int[]{3, 7, 12});
        assertTrue(index.rows(0).contains(1) && index.rows(1).contains(1));
        assertFalse(index.rows(0).contains(2) || index.rows(1).contains(0));
    }
}

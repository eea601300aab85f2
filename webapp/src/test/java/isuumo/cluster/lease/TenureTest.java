package isuumo.cluster.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenureTest {
    /** {@link System#nanoTime} may be anything, and run over. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1_000_000, -5, Long.MAX_VALUE - 5, Long.MIN_VALUE + 5})
    void itRunsUntilItsEndAndNotAtIt(long now) {
        assertFalse(Tenure.none(now).runs(now));
        Tenure tenure = Tenure.none(now).extended(now + 10, now);
        assertTrue(tenure.runs(now) && tenure.runs(now + 9));
        assertFalse(tenure.runs(now + 10) || tenure.runs(now + 11));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_000_000, -5, Long.MAX_VALUE - 5, Long.MIN_VALUE + 5})
    void itIsExtendedOnly(long now) {
        Tenure tenure = Tenure.none(now).extended(now + 10, now);
        assertEquals(tenure, tenure.extended(now + 9, now));
        assertEquals(tenure, tenure.extended(now - 1, now));
        assertEquals(tenure, tenure.extended(now + Long.MIN_VALUE, now));
        assertEquals(now + 11, tenure.extended(now + 11, now).until());
    }

    @Test
    void anExtensionThatIsOverWhenItComesIsNone() {
        assertFalse(Tenure.none(0).extended(5, 7).runs(4));
    }

    @Test
    void whatHasNoEndNeedsNoExtension() {
        assertTrue(Tenure.ENDLESS.runs(Long.MAX_VALUE) && Tenure.ENDLESS.runs(Long.MIN_VALUE));
        assertEquals(Tenure.ENDLESS, Tenure.ENDLESS.extended(10, 0));
        assertEquals(7, Tenure.ENDLESS.cap(7));
    }

    @Test
    void nothingThatItCapsIsLonger() {
        Tenure tenure = Tenure.none(0).extended(10, 0);
        assertEquals(9, tenure.cap(9));
        assertEquals(10, tenure.cap(11));
    }
}

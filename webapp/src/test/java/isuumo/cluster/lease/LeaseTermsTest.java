package isuumo.cluster.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeaseTermsTest {
    @ParameterizedTest
    @CsvSource({"200, 200", "2000, 20000", "60000, 60000", "200, 600000"})
    void eachWaitIsLongerThanTheLeaseThatItIsFor(int leaseMillis, int partingMillis) {
        LeaseTerms terms = LeaseTerms.of(TimeUnit.MILLISECONDS.toNanos(leaseMillis),
                TimeUnit.MILLISECONDS.toNanos(partingMillis));
        assertEquals(TimeUnit.MILLISECONDS.toNanos(leaseMillis) * 3 / 4, terms.usual().peer());
        assertEquals(TimeUnit.MILLISECONDS.toNanos(partingMillis), terms.parting().peer());
        assertTrue(terms.usual().writer() >= terms.usual().peer() * 1.0099, terms::toString);
        assertTrue(terms.parting().writer() >= terms.parting().peer() * 1.0099, terms::toString);
        assertTrue(terms.start() > terms.parting().writer() && terms.start() > terms.usual().writer(),
                terms::toString);
        assertThrows(IllegalArgumentException.class, () -> LeaseTerms.of(partingMillis + 1, partingMillis));
    }
}

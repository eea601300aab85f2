package isuumo.gtid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GtidSetTest {
    private static final String A = "3e11fa47-71ca-11e1-9e33-c80aa9429562";
    private static final String B = "4e11fa47-71ca-11e1-9e33-c80aa9429562";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "A:1-5 | A:1-5 | true", "A:1-5 | A:5 | true", "A:1-5 | A:6 | false", "A:2-5 | A:1 | false",
            "A:1-5:7 | A:7 | true", "A:1-5:7 | A:6 | false", "A:1-5:7 | A:5-7 | false", "A:1-5:6-9 | A:4-8 | true",
            "A:1-5,B:1-9 | B:9 | true", "A:1-5,B:1-9 | B:10 | false", "A:1-5 | B:1 | false", "A:1-5 | A:1,B:1 | false",
            "A:1-5:tag:1-3 | A:tag:3 | true", "A:1-5:tag:1-3 | A:tag:4 | false", "A:1-5 | A:tag:1 | false",
            "A:tag:1-5 | A:1 | false", "A:1-3:x:1:y:2-4 | A:y:4 | true", "A:1-3:x:1:y:2-4 | A:x:2 | false",
            "0-1-42 | 0-1-42 | true", "0-1-42 | 0-1-43 | false", "0-1-42 | 0-2-41 | true", "0-1-42 | 1-1-1 | false",
            "0-1-42,1-1-7 | 1-3-7 | true", "0-1-42,1-1-7 | 0-1-1,1-1-8 | false"})
    void coversExactlyWhatIsInIt(String set, String other, boolean expected) {
        assertEquals(expected, parse(set).covers(parse(other)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "A:1-5 | A:6 | A:1-6", "A:1-5 | A:7 | A:1-5:7", "A:1-5:7 | A:6 | A:1-7", "A:3 | A:1 | A:1:3",
            "A:1-9 | A:4 | A:1-9", "A:1 | B:2 | A:1,B:2", "A:1 | A:tag:1 | A:1,A:tag:1",
            "0-1-42 | 0-1-43 | 0-1-43", "0-1-43 | 0-2-42 | 0-1-43", "0-1-42 | 1-1-1 | 0-1-42,1-1-1"})
    void plusIsTheUnion(String set, String other, String expected) {
        assertEquals(parse(expected), parse(set).plus(parse(other)));
        assertEquals(parse(expected), parse(other).plus(parse(set)));
        assertEquals(parse(expected).toString(), parse(set).plus(parse(other)).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A:1-5:7,B:1-9", "A:1,A:tag:1-3:9", "0-1-42", "0-1-42,7-3-1"})
    void whatIsPrintedParsesBack(String set) {
        assertEquals(parse(set), GtidSet.parse(parse(set).toString()));
        assertEquals(parse(set).toString(), GtidSet.parse(parse(set).toString()).toString());
    }

    @Test
    void theServersLineBreaksAndCapitalsDoNotMatter() {
        assertEquals(parse("A:1-5,B:1"), GtidSet.parse(A.toUpperCase() + ":1-5,\n " + B + ":1\n"));
        assertEquals(parse("A:1-9"), parse("A:1-4:5:6-9"));
    }

    @Test
    void theEmptySetGoesWithBothForms() {
        assertTrue(GtidSet.EMPTY.isEmpty());
        assertTrue(GtidSet.EMPTY.covers(GtidSet.EMPTY));
        for (String text : new String[]{"A:1", "0-1-1"}) {
            GtidSet set = parse(text);
            assertFalse(set.isEmpty());
            assertTrue(set.covers(GtidSet.EMPTY));
            assertFalse(GtidSet.EMPTY.covers(set));
            assertEquals(set, set.plus(GtidSet.EMPTY));
            assertEquals(set, GtidSet.EMPTY.plus(set));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"A:1-5:7,B:1-9 | {A=7, B=9}", "A:1,A:tag:1-3 | {A=1, A:tag=3}", "'' | {}",
            "0-1-42,7-3-1 | {0=42, 7=1}"})
    void eachSourceHasALastTransaction(String set, String expected) {
        assertEquals(expected.replace("A", A).replace("B", B), new TreeMap<>(parse(set).lastBySource()).toString());
    }

    @Test
    void theFormsAreNotMixed() {
        var e = assertThrows(IllegalArgumentException.class, () -> parse("A:1").covers(parse("0-1-1")));
        assertTrue(e.getMessage().contains("0-1-1"), e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> parse("0-1-1").covers(parse("A:1")));
        assertThrows(IllegalArgumentException.class, () -> parse("A:1").plus(parse("0-1-1")));
        assertThrows(IllegalArgumentException.class, () -> parse("0-1-1").plus(parse("A:1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "A", "A:", "A:0", "A:5-4", "A:1-", "A:-1", "A:1,", "A:1,0-1-1", "0-1", "0-1-1,A:1",
            "0-1-x", "A:1-2-3", "A:1:2x", "A:1,x:1"})
    void otherTextsAreRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> parse(text));
    }

    /** Against the plain definition: a set of numbers. */
    @Test
    void randomSetsBehaveLikeSetsOfNumbers() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            BitSet ours = numbers(random);
            BitSet theirs = numbers(random);
            BitSet union = (BitSet) ours.clone();
            union.or(theirs);
            assertEquals(set(union), set(ours).plus(set(theirs)));
            assertEquals(union.equals(ours), set(ours).covers(set(theirs)), () -> ours + " covers " + theirs);
        }
    }

    private static BitSet numbers(Random random) {
        BitSet numbers = new BitSet();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            numbers.set(1 + random.nextInt(8));
        }
        return numbers;
    }

    private static GtidSet set(BitSet numbers) {
        return GtidSet.parse(numbers.stream().mapToObj(n -> A + ":" + n).collect(Collectors.joining(",")));
    }

    private static GtidSet parse(String text) {
        return GtidSet.parse(text.replace("A", A).replace("B", B));
    }
}

package isuumo.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.bench.Parameters.Level;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The rules, varied. */
final class ParametersTest {
    private static final Parameters CONTEST = Parameters.contest();

    /** Found by reflection, so that a time that is added later is not forgotten. */
    @Test
    void slowMotionStretchesEveryTime() {
        Map<String, Duration> before = times("", CONTEST);
        Map<String, Duration> after = times("", CONTEST.inSlowMotion(2.5));
        assertTrue(before.size() >= 17 && before.containsKey("/pauses/afterError/swing"), before::toString);
        assertEquals(before.keySet(), after.keySet());
        before.forEach((name, time) -> assertEquals(time.toNanos() * 5 / 2, after.get(name).toNanos(), name));
    }

    @Test
    void slowMotionChangesNothingElse() {
        Parameters slow = CONTEST.inSlowMotion(3);
        assertEquals(CONTEST.levels(), slow.levels());
        assertEquals(CONTEST.scoring(), slow.scoring());
        assertEquals(CONTEST.amounts(), slow.amounts());
        assertEquals(new Variation(3, 1), slow.variation());
        assertEquals(CONTEST.load(), slow.ruleLoad());
        assertEquals(CONTEST, CONTEST.inSlowMotion(1).withCrowd(1));
    }

    @Test
    void aCrowdIsMorePeopleAndBotsButNotMoreUploads() {
        Parameters crowded = CONTEST.inSlowMotion(2).withCrowd(4);
        assertEquals(new Variation(2, 4), crowded.variation());
        assertEquals(new Level(0, 12, 12, 0, 0, 0, 0), crowded.levels().get(0));
        assertEquals(new Level(300, 0, 0, 12, 0, 0, 0), crowded.levels().get(1));
        assertEquals(new Level(600, 0, 0, 0, 20, 1, 1), crowded.levels().get(2));
        assertEquals(new Level(1800, 4, 4, 4, 4, 1, 1), crowded.levels().getLast());
        assertEquals(CONTEST.inSlowMotion(2).timeouts(), crowded.timeouts());
    }

    /** All durations in a record and in the records in it, by their path. */
    private static Map<String, Duration> times(String path, Object record) {
        Map<String, Duration> times = new TreeMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String name = path + "/" + component.getName();
            switch (value(component, record)) {
                case Duration time -> times.put(name, time);
                case Record inner -> times.putAll(times(name, inner));
                default -> {
                    // no time
                }
            }
        }
        return times;
    }

    private static Object value(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}

package isuumo.stress;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;

/**
 * What came of one race, all its processes together.
 *
 * @param broken whether it ran the code that breaks the promise
 * @param failed whether a process of it failed, or did not end
 */
record Verdict(String race, boolean broken, long samples, long forbidden, boolean failed) {
    static final String HEADER = "| race | code | samples | forbidden outcomes | |\n|---|---|---:|---:|---|";

    static List<Verdict> of(boolean broken, Collection<TestResult> results) {
        return results.stream().collect(Collectors.groupingBy(TestResult::getName, TreeMap::new, Collectors.toList()))
                .entrySet().stream().map(race -> of(broken, race.getKey(), race.getValue())).toList();
    }

    private static Verdict of(boolean broken, String name, Collection<TestResult> ofRace) {
        return new Verdict(name.substring(name.lastIndexOf('.') + 1), broken,
                ofRace.stream().mapToLong(TestResult::getTotalCount).sum(),
                ofRace.stream().flatMap(result -> result.grading().gradingResults.values().stream())
                        .filter(outcome -> outcome.expect == Expect.FORBIDDEN).mapToLong(outcome -> outcome.count)
                        .sum(),
                ofRace.stream().anyMatch(result -> result.status() != Status.NORMAL));
    }

    /** The server keeps its promise; the broken code is caught. */
    boolean isRight() {
        return !failed && samples > 0 && broken == forbidden > 0;
    }

    @Override
    public String toString() {
        return String.format("| %s | %s | %,d | %,d | %s |", race, broken ? "broken" : "kept", samples, forbidden,
                isRight() ? "OK" : "NG");
    }
}

package isuumo.bench.truth;

import isuumo.bench.data.Chair;
import isuumo.bench.data.Conditions;
import isuumo.bench.data.Conditions.Ranges;
import isuumo.bench.data.Estate;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The contract's filters, said plainly: one row, one answer, no index. Query maps hold decoded parameter values by name;
 * a parameter that is absent or empty sets no condition. Pure functions.
 */
public final class Matching {
    private Matching() {}

    public static boolean chair(Chair chair, Map<String, String> query, Conditions.OfChairs conditions) {
        return inRange(query.get("priceRangeId"), conditions.price(), chair.price())
                && inRange(query.get("heightRangeId"), conditions.height(), chair.height())
                && inRange(query.get("widthRangeId"), conditions.width(), chair.width())
                && inRange(query.get("depthRangeId"), conditions.depth(), chair.depth())
                && equalIfGiven(query.get("kind"), chair.kind()) && equalIfGiven(query.get("color"), chair.color())
                && hasFeatures(query.get("features"), chair.features());
    }

    public static boolean estate(Estate estate, Map<String, String> query, Conditions.OfEstates conditions) {
        return inRange(query.get("doorHeightRangeId"), conditions.doorHeight(), estate.doorHeight())
                && inRange(query.get("doorWidthRangeId"), conditions.doorWidth(), estate.doorWidth())
                && inRange(query.get("rentRangeId"), conditions.rent(), estate.rent())
                && hasFeatures(query.get("features"), estate.features());
    }

    /** Whether the chair fits through the door in some orientation: its two shorter sides decide. */
    public static boolean passes(Chair chair, Estate estate) {
        int[] sides = {chair.width(), chair.height(), chair.depth()};
        java.util.Arrays.sort(sides);
        int narrow = Math.min(estate.doorWidth(), estate.doorHeight());
        int wide = Math.max(estate.doorWidth(), estate.doorHeight());
        return sides[0] <= narrow && sides[1] <= wide;
    }

    private static boolean inRange(String rangeId, Ranges ranges, int value) {
        return isAbsent(rangeId) || ranges.ranges().get(Integer.parseInt(rangeId)).holds(value);
    }

    private static boolean equalIfGiven(String wanted, String value) {
        return isAbsent(wanted) || wanted.equals(value);
    }

    private static boolean hasFeatures(String wanted, String features) {
        return isAbsent(wanted) || Stream.of(wanted.split(",")).allMatch(features::contains);
    }

    static boolean isAbsent(String parameter) {
        return parameter == null || parameter.isEmpty();
    }
}

package isuumo.bench.truth;

import isuumo.bench.data.Chair;
import isuumo.bench.data.Conditions;
import isuumo.bench.data.Conditions.Ranges;
import isuumo.bench.data.Estate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * The contract's filters, said plainly: a predicate over one row, no index. Query maps hold decoded parameter values by
 * name; a parameter that is absent or empty sets no condition. Pure functions.
 */
public final class Matching {
    private static final Predicate<Object> UNSET = _ -> true;

    private Matching() {}

    /** The chairs that a search finds, whatever their stock. */
    public static Predicate<Chair> chairs(Map<String, String> query, Conditions.OfChairs conditions) {
        return all(List.of(inRange(query.get("priceRangeId"), conditions.price(), Chair::price),
                inRange(query.get("heightRangeId"), conditions.height(), Chair::height),
                inRange(query.get("widthRangeId"), conditions.width(), Chair::width),
                inRange(query.get("depthRangeId"), conditions.depth(), Chair::depth),
                equalIfGiven(query.get("kind"), Chair::kind), equalIfGiven(query.get("color"), Chair::color),
                hasFeatures(query.get("features"), Chair::features)));
    }

    /** The estates that a search finds. */
    public static Predicate<Estate> estates(Map<String, String> query, Conditions.OfEstates conditions) {
        return all(List.of(inRange(query.get("doorHeightRangeId"), conditions.doorHeight(), Estate::doorHeight),
                inRange(query.get("doorWidthRangeId"), conditions.doorWidth(), Estate::doorWidth),
                inRange(query.get("rentRangeId"), conditions.rent(), Estate::rent),
                hasFeatures(query.get("features"), Estate::features)));
    }

    /** The estates whose door the chair fits through in some orientation: its two shorter sides decide. */
    public static Predicate<Estate> doorsFor(Chair chair) {
        int[] sides = {chair.width(), chair.height(), chair.depth()};
        Arrays.sort(sides);
        return e -> sides[0] <= Math.min(e.doorWidth(), e.doorHeight())
                && sides[1] <= Math.max(e.doorWidth(), e.doorHeight());
    }

    /** Leaves out the conditions that were not set, so that a pass over all rows does not ask them. */
    private static <T> Predicate<T> all(List<Predicate<T>> conditions) {
        List<Predicate<T>> set = new ArrayList<>(conditions);
        set.removeIf(condition -> condition == UNSET);
        return row -> {
            for (Predicate<T> condition : set) {
                if (!condition.test(row)) {
                    return false;
                }
            }
            return true;
        };
    }

    @SuppressWarnings("unchecked") // it looks at nothing
    private static <T> Predicate<T> unset() {
        return (Predicate<T>) (Predicate<?>) UNSET;
    }

    private static <T> Predicate<T> inRange(String rangeId, Ranges ranges, ToIntFunction<T> value) {
        if (isAbsent(rangeId)) {
            return unset();
        }
        Conditions.Range range = ranges.ranges().get(Integer.parseInt(rangeId));
        return row -> range.holds(value.applyAsInt(row));
    }

    private static <T> Predicate<T> equalIfGiven(String wanted, Function<T, String> value) {
        return isAbsent(wanted) ? unset() : row -> wanted.equals(value.apply(row));
    }

    private static <T> Predicate<T> hasFeatures(String wanted, Function<T, String> features) {
        if (isAbsent(wanted)) {
            return unset();
        }
        List<String> words = List.of(wanted.split(","));
        return row -> words.stream().allMatch(features.apply(row)::contains);
    }

    private static boolean isAbsent(String parameter) {
        return parameter == null || parameter.isEmpty();
    }
}

package isuumo.index;

import java.util.Comparator;
import java.util.function.ToIntFunction;

/** The order of every list: popularity descending, then id ascending. The position in it is an item's row. O(1) a comparison. */
public final class RankOrder {
    private RankOrder() {}

    public static <T> Comparator<T> by(ToIntFunction<T> popularity, ToIntFunction<T> id) {
        return (a, b) -> {
            int byPopularity = Integer.compare(popularity.applyAsInt(b), popularity.applyAsInt(a));
            return byPopularity != 0 ? byPopularity : Integer.compare(id.applyAsInt(a), id.applyAsInt(b));
        };
    }
}

package isuumo.catalog;

import isuumo.http.ApiError;
import isuumo.http.Page;
import isuumo.http.Params;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A search: what the conditions of a {@link Kind} are to be, and the page.
 *
 * @param rangeIds by {@link Kind#ranges}; {@link Params#ABSENT} sets no condition
 * @param values by {@link Kind#values}; the empty text sets none
 * @param features comma-separated words, each of which must occur in an item's features; the empty text sets none
 */
public record Criteria(int[] rangeIds, String[] values, String features, Page page) {
    /** Checks in the contract's order: ranges, no condition at all, page, perPage. */
    static Criteria of(Params params, Kind<?, ?> kind, Conditions conditions) {
        int[] rangeIds = new int[kind.ranges().size()];
        int set = Params.ABSENT;
        for (int i = 0; i < rangeIds.length; i++) {
            rangeIds[i] = params.rangeId(kind.ranges().get(i).parameter(), conditions.ranges().get(i).size());
            set &= rangeIds[i];
        }
        String[] values = new String[kind.values().size()];
        Arrays.setAll(values, i -> params.text(kind.values().get(i).parameter()));
        String features = params.text(Kind.FEATURES);
        if (set == Params.ABSENT && features.isEmpty() && Arrays.stream(values).allMatch(String::isEmpty)) {
            throw ApiError.badRequest("No search condition; set at least one of " + parameters(kind));
        }
        return new Criteria(rangeIds, values, features, Page.of(params));
    }

    private static String parameters(Kind<?, ?> kind) {
        return Stream.of(kind.ranges().stream().map(Kind.Ranged::parameter),
                kind.values().stream().map(Kind.Valued::parameter), Stream.of(Kind.FEATURES))
                .flatMap(names -> names).collect(Collectors.joining(", "));
    }
}

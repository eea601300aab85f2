package isuumo.bench.answers;

import isuumo.bench.answers.Recorded.Request;
import isuumo.bench.data.Conditions;
import isuumo.bench.data.DataSet;
import isuumo.bench.data.Item;
import isuumo.bench.story.RandomPolygon;
import isuumo.bench.story.RandomQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Makes requests worth recording: mostly what users ask, with features, later pages, empty results, and now and then
 * something that the contract refuses. The same seed makes the same requests.
 */
public final class RequestPlan {
    private static final int MAX_CONDITIONS_LEVEL = 8;
    private static final int[] PAGE_SIZES = {1, 10, 25, 50, 100};
    /** One request in so many is refused by the contract. */
    private static final int ONE_REFUSED_IN = 16;

    private final DataSet data;
    private final RandomGenerator random;

    public RequestPlan(DataSet data, RandomGenerator random) {
        this.data = data;
        this.random = random;
    }

    public Request request(Kind kind) {
        return switch (kind) {
            case CHAIR_DETAIL -> get("/api/chair/" + id(data.chairs()), "");
            case ESTATE_DETAIL -> get("/api/estate/" + id(data.estates()), "");
            case RECOMMENDED -> get("/api/recommended_estate/" + id(data.chairs()), "");
            case CHAIR_CONDITION -> get("/api/chair/search/condition", "");
            case ESTATE_CONDITION -> get("/api/estate/search/condition", "");
            case CHAIR_LOW_PRICED -> get("/api/chair/low_priced", "");
            case ESTATE_LOW_PRICED -> get("/api/estate/low_priced", "");
            case CHAIR_SEARCH -> get("/api/chair/search", chairQuery());
            case ESTATE_SEARCH -> get("/api/estate/search", estateQuery());
            case NAZOTTE -> new Request("POST", "/api/estate/nazotte", "",
                    RandomPolygon.body(RandomPolygon.ring(random)));
        };
    }

    private static Request get(String resource, String query) {
        return new Request("GET", resource, query, "");
    }

    private boolean refused() {
        return random.nextInt(ONE_REFUSED_IN) == 0;
    }

    private String id(List<? extends Item> rows) {
        if (refused()) {
            return random.nextBoolean() ? "abc" : Integer.toString(Integer.MAX_VALUE - random.nextInt(1000));
        }
        return Integer.toString(rows.get(random.nextInt(rows.size())).id());
    }

    private String chairQuery() {
        Map<String, String> query = RandomQuery.chairs(data.chairConditions(), random.nextInt(MAX_CONDITIONS_LEVEL),
                random);
        return searchQuery(query, data.chairConditions().feature(), "priceRangeId");
    }

    private String estateQuery() {
        Map<String, String> query = RandomQuery.estates(data.estateConditions(),
                random.nextInt(MAX_CONDITIONS_LEVEL), random);
        return searchQuery(query, data.estateConditions().feature(), "rentRangeId");
    }

    private String searchQuery(Map<String, String> query, Conditions.Words features, String range) {
        if (refused()) {
            switch (random.nextInt(3)) {
                case 0 -> query.clear();
                case 1 -> query.put(range, "-1");
                default -> query.put(range, "x");
            }
        } else if (random.nextInt(3) == 0) {
            query.put("features", String.join(",", someOf(features.list())));
        }
        int perPage = PAGE_SIZES[random.nextInt(PAGE_SIZES.length)];
        return RandomQuery.encode(query, random.nextInt(5), perPage);
    }

    private List<String> someOf(List<String> words) {
        Set<String> some = new HashSet<>();
        Stream.generate(() -> words.get(random.nextInt(words.size()))).limit(1L + random.nextInt(2))
                .forEach(some::add);
        List<String> list = new ArrayList<>(some);
        list.sort(null);
        return list;
    }
}

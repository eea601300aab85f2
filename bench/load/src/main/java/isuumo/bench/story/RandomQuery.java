package isuumo.bench.story;

import isuumo.bench.data.Conditions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Random searches by the contest's weights, as maps of decoded parameters. */
public final class RandomQuery {
    /** One entry a ninth: 3/9 price, 2/9 height, 1/9 each of the others. */
    private static final List<String> CHAIR_DICE = List.of("priceRangeId", "priceRangeId", "priceRangeId",
            "heightRangeId", "heightRangeId", "widthRangeId", "depthRangeId", "kind", "color");
    private static final List<String> ESTATE_DICE = List.of("rentRangeId", "rentRangeId", "rentRangeId",
            "doorHeightRangeId", "doorWidthRangeId");

    private RandomQuery() {}

    /** Draws as many conditions as the level wants, with repetition. */
    public static Map<String, String> chairs(Conditions.OfChairs conditions, int level, RandomGenerator random) {
        Map<String, String> query = new LinkedHashMap<>();
        for (int i = 0; i < conditionsAt(level); i++) {
            String name = CHAIR_DICE.get(random.nextInt(CHAIR_DICE.size()));
            query.put(name, switch (name) {
                case "priceRangeId" -> range(conditions.price(), random);
                case "heightRangeId" -> range(conditions.height(), random);
                case "widthRangeId" -> range(conditions.width(), random);
                case "depthRangeId" -> range(conditions.depth(), random);
                case "kind" -> word(conditions.kind(), random);
                default -> word(conditions.color(), random);
            });
        }
        return query;
    }

    public static Map<String, String> estates(Conditions.OfEstates conditions, int level, RandomGenerator random) {
        Map<String, String> query = new LinkedHashMap<>();
        for (int i = 0; i < conditionsAt(level); i++) {
            String name = ESTATE_DICE.get(random.nextInt(ESTATE_DICE.size()));
            query.put(name, switch (name) {
                case "rentRangeId" -> range(conditions.rent(), random);
                case "doorHeightRangeId" -> range(conditions.doorHeight(), random);
                default -> range(conditions.doorWidth(), random);
            });
        }
        return query;
    }

    private static int conditionsAt(int level) {
        return level / 2 + 1;
    }

    private static String range(Conditions.Ranges ranges, RandomGenerator random) {
        return Integer.toString(ranges.ranges().get(random.nextInt(ranges.ranges().size())).id());
    }

    private static String word(Conditions.Words words, RandomGenerator random) {
        return words.list().get(random.nextInt(words.list().size()));
    }

    /** The query string, percent-encoded. */
    public static String encode(Map<String, String> query, int page, int perPage) {
        StringBuilder out = new StringBuilder();
        query.forEach((name, value) -> out.append(name).append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)).append('&'));
        return out.append("page=").append(page).append("&perPage=").append(perPage).toString();
    }
}

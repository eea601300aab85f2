package isuumo.bench.fault;

import isuumo.bench.data.Conditions;
import isuumo.bench.data.Conditions.Range;
import isuumo.bench.data.Conditions.Ranges;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A search as SQL: a condition, its values, and the same with order and limit. */
record SqlSearch(String where, String page, Object[] values) {

    /** Null if the contract refuses the search; a number that is none throws {@link NumberFormatException}. */
    static SqlSearch chairs(String query, Conditions.OfChairs conditions) {
        Builder builder = new Builder(query);
        builder.range("priceRangeId", "price", conditions.price());
        builder.range("heightRangeId", "height", conditions.height());
        builder.range("widthRangeId", "width", conditions.width());
        builder.range("depthRangeId", "depth", conditions.depth());
        builder.equal("kind");
        builder.equal("color");
        builder.features();
        return builder.build("stock > 0");
    }

    static SqlSearch estates(String query, Conditions.OfEstates conditions) {
        Builder builder = new Builder(query);
        builder.range("doorHeightRangeId", "door_height", conditions.doorHeight());
        builder.range("doorWidthRangeId", "door_width", conditions.doorWidth());
        builder.range("rentRangeId", "rent", conditions.rent());
        builder.features();
        return builder.build("1");
    }

    /** Collects conditions. */
    private static final class Builder {
        private final Map<String, String> parameters = new HashMap<>();
        private final List<String> conditions = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();
        private boolean bad;

        private Builder(String query) {
            for (String pair : query.split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0 && equals + 1 < pair.length()) {
                    parameters.put(pair.substring(0, equals),
                            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
                }
            }
        }

        private void range(String parameter, String column, Ranges ranges) {
            if (!parameters.containsKey(parameter)) {
                return;
            }
            int id = Integer.parseInt(parameters.get(parameter));
            if (id < 0 || id >= ranges.ranges().size()) {
                bad = true;
                return;
            }
            Range range = ranges.ranges().get(id);
            if (range.min() != -1) {
                add(column + " >= ?", range.min());
            }
            if (range.max() != -1) {
                add(column + " < ?", range.max());
            }
        }

        private void equal(String column) {
            if (parameters.containsKey(column)) {
                add(column + " = ?", parameters.get(column));
            }
        }

        private void features() {
            if (parameters.containsKey("features")) {
                for (String word : parameters.get("features").split(",")) {
                    add("features LIKE CONCAT('%', ?, '%')", word);
                }
            }
        }

        private void add(String condition, Object value) {
            conditions.add(condition);
            values.add(value);
        }

        private SqlSearch build(String always) {
            if (bad || conditions.isEmpty()) {
                return null;
            }
            int page = Integer.parseInt(String.valueOf(parameters.get("page")));
            int perPage = Integer.parseInt(String.valueOf(parameters.get("perPage")));
            String where = String.join(" AND ", conditions) + " AND " + always;
            return new SqlSearch(where,
                    where + " ORDER BY popularity DESC, id LIMIT " + perPage + " OFFSET " + page * perPage,
                    values.toArray());
        }
    }
}

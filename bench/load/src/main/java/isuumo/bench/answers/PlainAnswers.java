package isuumo.bench.answers;

import com.fasterxml.jackson.databind.JsonNode;
import isuumo.bench.answers.Recorded.Request;
import isuumo.bench.answers.Recorded.Response;
import isuumo.bench.data.Chair;
import isuumo.bench.data.Conditions;
import isuumo.bench.data.DataSet;
import isuumo.bench.data.Estate;
import isuumo.bench.data.Json;
import isuumo.bench.data.Point;
import isuumo.bench.truth.Matching;
import isuumo.bench.truth.MicroPoint;
import isuumo.bench.truth.Polygon;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The contract's reading calls, answered from rows alone: filter, sort, cut; no index, no server, no cleverness, so that
 * it can be seen to be right. Every answer costs a pass over all rows. Thread-safe if the lists are.
 */
public final class PlainAnswers {
    private static final int LIST_LIMIT = 20;
    private static final int NAZOTTE_LIMIT = 50;
    private static final int MAX_PER_PAGE = 1000;
    private static final Response BAD_REQUEST = new Response(400, "");
    private static final Response NOT_FOUND = new Response(404, "");
    private static final Comparator<Chair> CHAIR_ORDER = Comparator.comparingInt((Chair c) -> -c.popularity())
            .thenComparingInt(Chair::id);
    private static final Comparator<Estate> ESTATE_ORDER = Comparator.comparingInt((Estate e) -> -e.popularity())
            .thenComparingInt(Estate::id);

    private final DataSet data;

    public PlainAnswers(DataSet data) {
        this.data = data;
    }

    public Response answer(Request request) {
        String path = request.resource();
        return switch (path) {
            case "/api/chair/search/condition" -> ok(data.chairDocument());
            case "/api/estate/search/condition" -> ok(data.estateDocument());
            case "/api/chair/low_priced" -> lowPricedChairs();
            case "/api/estate/low_priced" -> lowPricedEstates();
            case "/api/chair/search" -> searchChairs(parameters(request.query()));
            case "/api/estate/search" -> searchEstates(parameters(request.query()));
            case "/api/estate/nazotte" -> nazotte(request.body());
            default -> byId(path);
        };
    }

    private Response byId(String path) {
        int slash = path.lastIndexOf('/');
        Optional<Long> id = integer(path.substring(slash + 1));
        if (id.isEmpty()) {
            return BAD_REQUEST;
        }
        return switch (path.substring(0, slash)) {
            case "/api/chair" -> data.chairs().stream().filter(c -> c.id() == id.get() && c.stock() > 0).findFirst()
                    .map(c -> ok(WireJson.chair(c))).orElse(NOT_FOUND);
            case "/api/estate" -> data.estates().stream().filter(e -> e.id() == id.get()).findFirst()
                    .map(e -> ok(WireJson.estate(e))).orElse(NOT_FOUND);
            case "/api/recommended_estate" -> data.chairs().stream().filter(c -> c.id() == id.get()).findFirst()
                    .map(this::recommended).orElse(BAD_REQUEST);
            default -> NOT_FOUND;
        };
    }

    private Response lowPricedChairs() {
        return ok(WireJson.chairs(data.chairs().stream().filter(c -> c.stock() > 0)
                .sorted(Comparator.comparingInt(Chair::price).thenComparingInt(Chair::id)).limit(LIST_LIMIT).toList()));
    }

    private Response lowPricedEstates() {
        return ok(WireJson.estates(data.estates().stream()
                .sorted(Comparator.comparingInt(Estate::rent).thenComparingInt(Estate::id)).limit(LIST_LIMIT)
                .toList()));
    }

    private Response recommended(Chair chair) {
        return ok(WireJson.estates(data.estates().stream().filter(Matching.doorsFor(chair)).sorted(ESTATE_ORDER)
                .limit(LIST_LIMIT).toList()));
    }

    private Response searchChairs(Map<String, String> query) {
        Conditions.OfChairs conditions = data.chairConditions();
        boolean ranges = inBounds(query.get("priceRangeId"), conditions.price())
                && inBounds(query.get("heightRangeId"), conditions.height())
                && inBounds(query.get("widthRangeId"), conditions.width())
                && inBounds(query.get("depthRangeId"), conditions.depth());
        if (!ranges || !pageable(query)) {
            return BAD_REQUEST;
        }
        List<Chair> all = data.chairs().stream()
                .filter(c -> c.stock() > 0).filter(Matching.chairs(query, conditions)).sorted(CHAIR_ORDER).toList();
        return ok(WireJson.counted(all.size(), WireJson.chairs(slice(all, query))));
    }

    private Response searchEstates(Map<String, String> query) {
        Conditions.OfEstates conditions = data.estateConditions();
        boolean ranges = inBounds(query.get("doorHeightRangeId"), conditions.doorHeight())
                && inBounds(query.get("doorWidthRangeId"), conditions.doorWidth())
                && inBounds(query.get("rentRangeId"), conditions.rent());
        if (!ranges || !pageable(query)) {
            return BAD_REQUEST;
        }
        List<Estate> all = data.estates().stream().filter(Matching.estates(query, conditions))
                .sorted(ESTATE_ORDER).toList();
        return ok(WireJson.counted(all.size(), WireJson.estates(slice(all, query))));
    }

    private Response nazotte(String body) {
        List<Point> ring = new ArrayList<>();
        try {
            for (JsonNode node : Json.MAPPER.readTree(body).path("coordinates")) {
                ring.add(new Point(node.required("latitude").doubleValue(), node.required("longitude").doubleValue()));
            }
        } catch (IOException | IllegalArgumentException _) {
            return BAD_REQUEST;
        }
        if (ring.size() < 4 || !ring.getFirst().equals(ring.getLast())) {
            return BAD_REQUEST;
        }
        Polygon polygon = Polygon.of(ring);
        List<Estate> inside = data.estates().stream().filter(e -> polygon.boxHolds(e.point()))
                .filter(e -> polygon.contains(MicroPoint.of(e.point()))).sorted(ESTATE_ORDER).limit(NAZOTTE_LIMIT)
                .toList();
        return ok(WireJson.counted(inside.size(), WireJson.estates(inside)));
    }

    private static boolean inBounds(String rangeId, Conditions.Ranges ranges) {
        return absent(rangeId) || integer(rangeId).filter(id -> id >= 0 && id < ranges.ranges().size()).isPresent();
    }

    /** Some condition is set, and page and perPage are within their limits. */
    private static boolean pageable(Map<String, String> query) {
        boolean condition = query.entrySet().stream()
                .anyMatch(e -> !e.getKey().equals("page") && !e.getKey().equals("perPage") && !absent(e.getValue()));
        boolean page = integer(query.get("page")).filter(p -> p >= 0).isPresent();
        boolean perPage = integer(query.get("perPage")).filter(p -> p >= 0 && p <= MAX_PER_PAGE).isPresent();
        return condition && page && perPage;
    }

    private static <T> List<T> slice(List<T> all, Map<String, String> query) {
        long page = Long.parseLong(query.get("page"));
        int perPage = Integer.parseInt(query.get("perPage"));
        return all.stream().skip(page * perPage).limit(perPage).toList();
    }

    private static boolean absent(String value) {
        return value == null || value.isEmpty();
    }

    private static Optional<Long> integer(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** Decoded query parameters by name. */
    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    private static Response ok(JsonNode body) {
        return new Response(200, body.toString());
    }
}

package isuumo.differential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import isuumo.table.ChairRow;
import isuumo.table.EstateRow;
import isuumo.testing.Expected;
import isuumo.testing.Http;
import isuumo.testing.Integration;
import isuumo.testing.Rows;
import isuumo.testing.TestData;
import isuumo.testing.TestDatabase;
import isuumo.testing.TestServer;
import isuumo.testing.Upload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Estate searches, recommendations and the cheapest estates, over uploaded estates too. */
@ExtendWith(Integration.class)
@TestInstance(Lifecycle.PER_CLASS)
class EstateDifferentialIT {
    private static final int SEARCHES = 1_500;
    private static final int RECOMMENDATIONS = 1_000;
    private static final Map<String, String> COLUMN_OF_RANGE = Map.of("doorHeight", "door_height", "doorWidth",
            "door_width", "rent", "rent");

    private final Map<Integer, EstateRow> estates = new HashMap<>();
    private final TestDatabase database;
    private final Http http;
    private final JsonNode document;
    private final Words words;

    EstateDifferentialIT(TestServer server, TestDatabase database) throws IOException {
        this.database = database;
        http = server.http();
        document = new ObjectMapper().readTree(TestData.get().file("estate_condition.json"));
        words = new Words(TestData.get().estates().stream().map(EstateRow::features).toList());
        TestData.get().estates().forEach(estate -> estates.put(estate.id(), estate));
    }

    /** Estates with unusual features, equal popularity and low rents. */
    @BeforeAll
    void upload() {
        RandomGenerator random = Cases.random(-2);
        List<EstateRow> uploaded = new ArrayList<>();
        for (int id = 1_000_000; id < 1_000_500; id++) {
            EstateRow estate = Rows.features(Rows.rent(Rows.estate(id), random.nextInt(29_990, 30_010)),
                    Words.unusual(random), random.nextInt(10) * 100_000);
            uploaded.add(Rows.door(estate, random.nextInt(20, 220), random.nextInt(20, 220), estate.popularity()));
        }
        http.post("/api/estate", Upload.estates(uploaded)).expectEmpty(201);
        uploaded.forEach(estate -> estates.put(estate.id(), estate));
    }

    @Test
    void searchesAgree() throws Exception {
        Cases.check(database, SEARCHES, (random, sql) -> {
            Where where = new Where("estate");
            StringBuilder query = new StringBuilder();
            while (query.isEmpty()) {
                addConditions(random, where, query);
            }
            Slice slice = Slice.random(random);
            List<Integer> ids = where.ids(sql);
            http.get("/api/estate/search?" + query + slice.query())
                    .expectJson(Expected.estates(ids.size(), rows(slice.of(ids))));
        });
    }

    private void addConditions(RandomGenerator random, Where where, StringBuilder query) {
        COLUMN_OF_RANGE.forEach((name, column) -> {
            if (random.nextInt(3) == 0) {
                JsonNode ranges = document.get(name).get("ranges");
                int id = random.nextInt(ranges.size());
                where.inRange(column, ranges.get(id));
                query.append(Http.query(name + "RangeId", id)).append('&');
            }
        });
        String features = random.nextBoolean() ? words.random(random) : "";
        if (!features.isEmpty()) {
            where.containsEach("features", features);
            query.append(Http.query("features", features)).append('&');
        }
    }

    private List<EstateRow> rows(List<Integer> ids) {
        return ids.stream().map(estates::get).toList();
    }

    /** The reference's statement: each pair of the chair's sides against the door, both ways round. */
    @Test
    void recommendationsAgree() throws Exception {
        Cases.check(database, RECOMMENDATIONS, (random, sql) -> {
            ChairRow chair = Cases.oneOf(random, TestData.get().chairs());
            int[] s = {chair.width(), chair.height(), chair.depth()};
            List<String> ways = new ArrayList<>();
            List<Object> sides = new ArrayList<>();
            IntStream.range(0, 9).filter(pair -> pair / 3 != pair % 3).forEach(pair -> {
                ways.add("(door_width >= ? AND door_height >= ?)");
                sides.addAll(List.of(s[pair / 3], s[pair % 3]));
            });
            List<Integer> ids = new Where("estate").and("(" + String.join(" OR ", ways) + ")", sides.toArray())
                    .ids(sql, "popularity DESC, id ASC LIMIT 20");
            http.get("/api/recommended_estate/" + chair.id()).expectJson(Expected.estates(rows(ids)));
        });
    }

    @Test
    void theCheapestAgree() throws Exception {
        Cases.check(database, 1, (_, sql) -> {
            List<Integer> ids = new Where("estate").ids(sql, "rent ASC, id ASC LIMIT 20");
            http.get("/api/estate/low_priced").expectJson(Expected.estates(rows(ids)));
        });
    }
}

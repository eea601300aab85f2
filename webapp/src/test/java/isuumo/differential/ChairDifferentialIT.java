package isuumo.differential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import isuumo.table.ChairRow;
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
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** Chair searches, details and the cheapest chairs, over sold-out and uploaded chairs too. */
@ExtendWith(Integration.class)
@TestInstance(Lifecycle.PER_CLASS)
class ChairDifferentialIT {
    private static final int SEARCHES = 2_000;
    private static final int SALES = 100;
    private static final List<String> RANGES = List.of("price", "height", "width", "depth");

    private final Map<Integer, ChairRow> chairs = new HashMap<>();
    private final TestDatabase database;
    private final Http http;
    private final JsonNode document;
    private final Words words;

    ChairDifferentialIT(TestServer server, TestDatabase database) throws IOException {
        this.database = database;
        http = server.http();
        document = new ObjectMapper().readTree(TestData.get().file("chair_condition.json"));
        words = new Words(TestData.get().chairs().stream().map(ChairRow::features).toList());
        TestData.get().chairs().forEach(chair -> chairs.put(chair.id(), chair));
    }

    /** Chairs with unusual texts and equal popularity, of which some are sold out at once, some bought. */
    @BeforeAll
    void uploadAndBuy() {
        RandomGenerator random = Cases.random(-1);
        List<ChairRow> uploaded = new ArrayList<>();
        for (int id = 1_000_000; id < 1_000_500; id++) {
            ChairRow chair = Rows.texts(Rows.chair(id), Cases.oneOf(random, Words.UNUSUAL), Words.unusual(random),
                    Cases.oneOf(random, Words.UNUSUAL));
            chair = Rows.popularity(Rows.price(chair, random.nextInt(900, 1100)), random.nextInt(1000) * 1000);
            uploaded.add(Rows.stock(chair, random.nextInt(3)));
        }
        http.post("/api/chair", Upload.chairs(uploaded)).expectEmpty(201);
        uploaded.forEach(chair -> chairs.put(chair.id(), chair));
        uploaded.stream().filter(chair -> chair.stock() == 1).limit(SALES)
                .forEach(chair -> http.buy(chair.id()).expectEmpty(200));
    }

    @Test
    void searchesAgree() throws Exception {
        Cases.check(database, SEARCHES, (random, sql) -> {
            Where where = new Where("chair").and("stock > 0");
            StringBuilder query = new StringBuilder();
            do {
                addCondition(random, where, query);
            } while (random.nextInt(3) > 0);
            Slice slice = Slice.random(random);
            List<Integer> ids = where.ids(sql);
            http.get("/api/chair/search?" + query + slice.query())
                    .expectJson(Expected.chairs(ids.size(), slice.of(ids).stream().map(chairs::get).toList()));
        });
    }

    private void addCondition(RandomGenerator random, Where where, StringBuilder query) {
        switch (random.nextInt(8)) {
            case 0, 1, 2, 3 -> {
                String column = Cases.oneOf(random, RANGES);
                JsonNode ranges = document.get(column).get("ranges");
                int id = random.nextInt(ranges.size());
                add(query, column + "RangeId", id, () -> where.inRange(column, ranges.get(id)));
            }
            case 4 -> {
                String kind = text(random, ChairRow::kind);
                add(query, "kind", kind, () -> where.is("kind", kind));
            }
            case 5 -> {
                String color = text(random, ChairRow::color);
                add(query, "color", color, () -> where.is("color", color));
            }
            default -> {
                String features = words.random(random);
                if (!features.isEmpty()) {
                    add(query, "features", features, () -> where.containsEach("features", features));
                }
            }
        }
        if (query.isEmpty()) {
            addCondition(random, where, query);
        }
    }

    /** A parameter counts once: the first one of a name. */
    private static void add(StringBuilder query, String name, Object value, Runnable condition) {
        if (query.indexOf(name + "=") < 0) {
            query.append(Http.query(name, value)).append('&');
            condition.run();
        }
    }

    private static String text(RandomGenerator random, Function<ChairRow, String> column) {
        return random.nextInt(4) == 0
                ? Cases.oneOf(random, Words.UNUSUAL)
                : column.apply(Cases.oneOf(random, TestData.get().chairs()));
    }

    @Test
    void theCheapestAgree() throws Exception {
        Cases.check(database, 1, (_, sql) -> {
            List<Integer> ids = new Where("chair").and("stock > 0").ids(sql, "price ASC, id ASC LIMIT 20");
            http.get("/api/chair/low_priced").expectJson(Expected.chairs(ids.stream().map(chairs::get).toList()));
        });
    }

    @Test
    void detailsAgreeWithTheStock() throws Exception {
        Cases.check(database, 1, (_, sql) -> {
            for (int id : new Where("chair").and("stock > 0 AND (id % 20 = 0 OR id > 29500)").ids(sql)) {
                http.get("/api/chair/" + id).expectJson(Expected.chair(chairs.get(id)));
            }
            for (int id : new Where("chair").and("stock = 0").ids(sql)) {
                http.get("/api/chair/" + id).expectError(404);
            }
        });
    }
}

package isuumo.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.Main;
import isuumo.Settings;
import isuumo.catalog.UploadLimits;
import isuumo.embedded.EmbeddedDatabase;
import isuumo.table.ChairRow;
import isuumo.testing.Account;
import isuumo.testing.EmbeddedHome;
import isuumo.testing.Http;
import isuumo.testing.LogLines;
import isuumo.testing.Rows;
import isuumo.testing.TestServer;
import isuumo.testing.Upload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A host whose database holds more than it can says so instead of ending, and is made ready by {@code /initialize}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverfullIT {
    private static final int FIRST_ID = 700_000;
    private static final int ADDED = 100;
    private static final String SEARCH = "/api/chair/search?priceRangeId=1&page=0&perPage=1";

    private EmbeddedDatabase database;
    private Account account;

    @BeforeAll
    void start() throws Exception {
        EmbeddedHome home = EmbeddedHome.empty("overfull");
        database = home.start();
        account = home.account(database);
    }

    @AfterAll
    void stop() {
        database.close();
    }

    private Settings settings(int rows) throws Exception {
        return TestServer.settings(account, account, SmallData.directory(), Optional.empty(),
                new UploadLimits(10_000, rows, 4));
    }

    /** As a host with a larger heap leaves them. */
    private void add(List<ChairRow> rows) throws Exception {
        try (TestServer larger = TestServer.start(settings(1_000_000))) {
            larger.http().post("/api/chair", Upload.chairs(rows)).expect(201);
        }
    }

    private static List<ChairRow> chairs() {
        return IntStream.range(FIRST_ID, FIRST_ID + ADDED).mapToObj(Rows::chair).toList();
    }

    @Test
    void tooManyRows() throws Exception {
        add(chairs());
        int room = 2 * SmallData.ROWS + ADDED - 1;
        waitsForInitialize(room, "holds 4100 rows, and this host has room for 4099");
    }

    @Test
    void rowsThatAreTooLong() throws Exception {
        add(chairs().stream()
                .map(row -> Rows.with(ChairRow.TABLE, row, Map.of("description", "😀".repeat(4096)))).toList());
        int room = 2 * SmallData.ROWS + ADDED + 1;
        waitsForInitialize(room, "bytes of rows at least, and this host has room for 6151500");
    }

    private void waitsForInitialize(int room, String why) throws Exception {
        Main main = new Main(settings(room));
        try (LogLines log = new LogLines("isuumo.Catalogs")) {
            CompletableFuture<Void> starting = CompletableFuture.runAsync(() -> start(main));
            log.await(why);
            Http http = new Http(main.port());
            Http operators = new Http(main.operatorsPort());
            assertTrue(operators.get("/healthz").expectError(503).text().contains(why));
            for (String path : List.of(SEARCH, "/api/estate/1", "/api/estate/low_priced")) {
                String said = http.get(path).expectError(503).text();
                assertTrue(said.contains(why) && said.contains("POST /initialize removes"), said);
            }
            http.post("/api/chair", Upload.chairs(List.of(Rows.chair(FIRST_ID + ADDED)))).expectError(503);
            http.buy(1).expectError(503);
            operators.get("/version").expect(200);

            http.post("/initialize").expect(200);
            operators.get("/healthz").expect(200);
            http.get(SEARCH).expect(200);
            http.get("/api/chair/" + FIRST_ID).expectError(404);
            http.post("/api/chair", Upload.chairs(List.of(Rows.chair(FIRST_ID)))).expect(201);
            http.post("/initialize").expect(200);
            starting.get(10, TimeUnit.SECONDS);
            assertEquals(1, log.all().size(), log.all()::toString);
        } finally {
            main.close();
        }
    }

    @Test
    void itStopsWhileItWaits() throws Exception {
        add(chairs());
        Main main = new Main(settings(1));
        try (LogLines log = new LogLines("isuumo.Catalogs")) {
            CompletableFuture<Void> starting = CompletableFuture.runAsync(() -> start(main)).exceptionally(_ -> null);
            log.await("has room for 1");
            main.close();
            starting.get(10, TimeUnit.SECONDS);
        }
        try (TestServer larger = TestServer.start(settings(1_000_000))) {
            larger.initialize();
        }
    }

    private static void start(Main main) {
        try {
            main.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

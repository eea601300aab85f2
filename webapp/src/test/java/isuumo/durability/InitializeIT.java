package isuumo.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import isuumo.store.Database;
import isuumo.store.RowStore;
import isuumo.table.ChairRow;
import isuumo.table.EstateRow;
import isuumo.testing.Account;
import isuumo.testing.Answer;
import isuumo.testing.Http;
import isuumo.testing.Integration;
import isuumo.testing.TestData;
import isuumo.testing.TestDatabase;
import isuumo.testing.TestServer;
import isuumo.testing.Upload;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** POST /initialize: whatever happened, afterwards database and answers are the initial ones. */
@ExtendWith(Integration.class)
class InitializeIT {
    private final Http http;
    private final TestDatabase database;
    private final TestData data = TestData.get();

    InitializeIT(TestServer server, TestDatabase database) {
        http = server.http();
        this.database = database;
    }

    @Test
    void purchasesAndUploadsAreUndone() throws Exception {
        sellOutAndUpload();
        http.post("/initialize").expectJson("{\"language\":\"java\"}");
        assertInitial();
    }

    @Test
    void whatSomebodyChangedByHandIsLoadedAgain() throws Exception {
        execute("UPDATE isuumo.chair SET description = 'changed', price = 1 WHERE id = 17");
        execute("DELETE FROM isuumo.estate WHERE id BETWEEN 100 AND 200");
        execute("UPDATE isuumo.estate SET latitude = latitude + 1e-13 WHERE id = 3");
        sellOutAndUpload();
        http.post("/initialize").expect(200);
        assertInitial();
    }

    @Test
    void twoAtOnceBothSucceed() throws Exception {
        sellOutAndUpload();
        List<CompletableFuture<Answer>> both = Stream
                .generate(() -> CompletableFuture.supplyAsync(() -> http.post("/initialize"))).limit(2).toList();
        for (CompletableFuture<Answer> one : both) {
            one.get().expect(200);
        }
        assertInitial();
    }

    @Test
    void answersAreNeverInterrupted() throws Exception {
        CompletableFuture<Answer> initialize = CompletableFuture.supplyAsync(() -> http.post("/initialize"));
        do {
            http.get("/api/chair/search?priceRangeId=1&perPage=25&page=0").expect(200);
            http.get("/api/estate/low_priced").expect(200);
        } while (!initialize.isDone());
        initialize.get().expect(200);
    }

    private void sellOutAndUpload() throws Exception {
        ChairRow single = data.chairs().stream().filter(row -> row.stock() == 1).findFirst().orElseThrow();
        http.buy(single.id()).expect(200);
        http.get("/api/chair/" + single.id()).expect(404);
        http.post("/api/chair", Upload.chairs(data.chairDrafts(0))).expect(201);
        http.post("/api/estate", Upload.estates(data.estateDrafts(0))).expect(201);
    }

    private void assertInitial() throws Exception {
        Account account = database.account();
        try (Database tables = new Database(account.server(1), account.server(1), false)) {
            assertEquals(data.chairs(), sorted(new RowStore<>(tables, ChairRow.TABLE).readAll(), ChairRow::id));
            assertEquals(data.estates(), sorted(new RowStore<>(tables, EstateRow.TABLE).readAll(), EstateRow::id));
        }
        ChairRow single = data.chairs().stream().filter(row -> row.stock() == 1).findFirst().orElseThrow();
        http.get("/api/chair/" + single.id()).expect(200);
        http.get("/api/chair/" + data.chairDrafts(0).getFirst().id()).expect(404);
        http.get("/api/estate/" + data.estateDrafts(0).getFirst().id()).expect(404);
    }

    private static <T> List<T> sorted(List<T> rows, ToIntFunction<T> id) {
        return rows.stream().sorted(Comparator.comparingInt(id)).toList();
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

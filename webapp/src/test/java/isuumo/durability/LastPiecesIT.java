package isuumo.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import isuumo.table.ChairRow;
import isuumo.testing.Http;
import isuumo.testing.Integration;
import isuumo.testing.Rows;
import isuumo.testing.TestDatabase;
import isuumo.testing.TestServer;
import isuumo.testing.Upload;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many buyers at once on the last pieces, while others read and upload. */
@ExtendWith(Integration.class)
class LastPiecesIT {
    private static final int BUYERS = 50;
    private static final int CHAIRS = 12;
    private static final int STOCK = 7;
    private static final int FIRST_ID = 800_000;
    private static final int UPLOADED_AT_ONCE = 50;
    private static final String KIND = "kind of the last pieces";
    private static final String SEARCH = "/api/chair/search?" + Http.query("kind", KIND, "page", 0, "perPage", 50);

    private final Http http;
    private final TestDatabase database;

    LastPiecesIT(TestServer server, TestDatabase database) {
        http = server.http();
        this.database = database;
    }

    @Test
    void noPieceIsSoldTwiceAndNoReaderSeesASoldOutChair() throws Exception {
        List<ChairRow> chairs = IntStream.range(0, CHAIRS)
                .mapToObj(i -> Rows.stock(Rows.price(Rows.texts(Rows.chair(FIRST_ID + i), "", "", KIND), i), STOCK))
                .toList();
        http.post("/api/chair", Upload.chairs(chairs)).expect(201);
        for (ChairRow chair : chairs) {
            sellOut(chair.id());
        }
        assertEquals(0, http.get(SEARCH).expect(200).json().get("count").intValue());
    }

    /** 50 buyers; whoever is refused or got the last piece knows that it is gone, and looks for it in every list. */
    private void sellOut(int id) throws Exception {
        AtomicInteger sold = new AtomicInteger();
        ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
        allAtOnce(Stream.generate(() -> (Callable<Void>) () -> {
            int status = http.buy(id).status();
            if (status == 200) {
                sold.incrementAndGet();
            } else {
                assertEquals(404, status);
                look(id, seen);
            }
            return null;
        }).limit(BUYERS).toList());
        assertEquals(STOCK, sold.get());
        look(id, seen);
        assertEquals(List.of(), List.copyOf(seen));
        assertEquals(0, stock(id));
    }

    /** Asked for after a refusal, which is after the last piece was sold. */
    private void look(int id, ConcurrentLinkedQueue<String> seen) {
        if (http.get("/api/chair/" + id).status() != 404) {
            seen.add("detail of " + id);
        }
        if (http.get(SEARCH).ids("chairs").contains(id)) {
            seen.add("search lists " + id);
        }
        if (http.get("/api/chair/low_priced").ids("chairs").contains(id)) {
            seen.add("low_priced lists " + id);
        }
    }

    @Test
    void everyUploadedChairIsThereAtOnceWhileOthersBuyAndUpload() throws Exception {
        int uploads = 8;
        allAtOnce(IntStream.range(0, uploads).mapToObj(upload -> (Callable<Void>) () -> {
            int first = FIRST_ID + 10_000 + upload * UPLOADED_AT_ONCE;
            List<ChairRow> rows = IntStream.range(first, first + UPLOADED_AT_ONCE).mapToObj(Rows::chair).toList();
            http.post("/api/chair", Upload.chairs(rows)).expect(201);
            for (ChairRow row : rows) {
                http.get("/api/chair/" + row.id()).expect(200);
                http.buy(row.id()).expect(200);
                http.get("/api/chair/" + row.id()).expect(404);
                http.get("/api/recommended_estate/" + row.id()).expect(200);
            }
            return null;
        }).toList());
        assertEquals(cheapestBySql(), http.get("/api/chair/low_priced").ids("chairs"));
    }

    private static void allAtOnce(List<Callable<Void>> actions) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> action : threads.invokeAll(actions)) {
                action.get();
            }
        }
    }

    private int stock(int id) throws SQLException {
        return query("SELECT stock FROM isuumo.chair WHERE id = " + id).getFirst();
    }

    private List<Integer> cheapestBySql() throws SQLException {
        return query("SELECT id FROM isuumo.chair WHERE stock > 0 ORDER BY price, id LIMIT 20");
    }

    private List<Integer> query(String sql) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            List<Integer> values = new ArrayList<>();
            while (result.next()) {
                values.add(result.getInt(1));
            }
            return values;
        }
    }
}

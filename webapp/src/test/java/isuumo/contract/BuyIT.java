package isuumo.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.table.ChairRow;
import isuumo.testing.Http;
import isuumo.testing.Integration;
import isuumo.testing.Rows;
import isuumo.testing.TestData;
import isuumo.testing.TestDatabase;
import isuumo.testing.TestServer;
import isuumo.testing.Upload;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** POST /api/chair/buy/{id} and POST /api/estate/req_doc/{id}. */
@ExtendWith(Integration.class)
class BuyIT {
    private final Http http;
    private final TestDatabase database;

    BuyIT(TestServer server, TestDatabase database) {
        http = server.http();
        this.database = database;
    }

    private int stock(int id) {
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery("SELECT stock FROM isuumo.chair WHERE id=" + id)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPurchaseTakesOnePiece() {
        ChairRow chair = TestData.get().chairs().stream().filter(row -> row.stock() > 3).findFirst().orElseThrow();
        http.buy(chair.id()).expectEmpty(200);
        assertEquals(chair.stock() - 1, stock(chair.id()));
        http.get("/api/chair/" + chair.id()).expect(200);
    }

    @Test
    void aSoldOutChairLeavesDetailSearchAndCheapestAndCannotBeBought() {
        ChairRow chair = Rows.texts(Rows.price(Rows.chair(1_000_001), 1), "", "", "only one of its kind");
        String search = "/api/chair/search?" + Http.query("kind", chair.kind(), "page", 0, "perPage", 25);
        http.post("/api/chair", Upload.chairs(List.of(Rows.stock(chair, 2)))).expectEmpty(201);
        http.buy(chair.id()).expectEmpty(200);
        assertEquals(List.of(chair.id()), http.get(search).ids("chairs"));
        assertEquals(chair.id(), http.get("/api/chair/low_priced").ids("chairs").getFirst());
        http.buy(chair.id()).expectEmpty(200);
        http.get(search).expectJson("{\"count\":0,\"chairs\":[]}");
        http.get("/api/chair/" + chair.id()).expectError(404);
        assertFalse(http.get("/api/chair/low_priced").ids("chairs").contains(chair.id()));
        assertEquals(20, http.get("/api/chair/low_priced").ids("chairs").size());
        http.buy(chair.id()).expectError(404);
        assertEquals(0, stock(chair.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/chair/buy/5", "/api/estate/req_doc/5"})
    void anyTextIsAnEmail(String path) {
        for (String email : List.of("", "ISUCON Nickel mobile-1 2@isucon.com", "a@b", "日本語 😀", "x".repeat(1000))) {
            if (path.contains("estate")) {
                http.postJson(path, "{\"email\":\"" + email + "\"}").expectEmpty(200);
            }
        }
        int before = stock(5);
        if (path.contains("chair") && before > 0) {
            http.postJson(path, "{\"other\":[],\"email\":\"ISUCON Nickel mobile-1 2@isucon.com\"}").expectEmpty(200);
            assertEquals(before - 1, stock(5));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "1", "\"a@b\"", "[]", "[{\"email\":\"a@b\"}]", "{", "{}", "{\"email\"}",
            "{\"email\":null}", "{\"email\":1}", "{\"email\":[\"a@b\"]}", "{\"Email\":\"a@b\"}",
            "{\"email\":\"a\\u0000b\"}", "{\"email\":\"a@b\"", "{\"email\":\"a@b\"}{}", "{\"email\":\"a@b\"} x",
            "email=a@b", "{'email':'a@b'}"})
    void aBodyWithoutEmailIs400AndSellsNothing(String body) {
        int before = stock(6);
        assertTrue(before > 0);
        http.postJson("/api/chair/buy/6", body).expectError(400);
        http.postJson("/api/estate/req_doc/6", body).expectError(400);
        assertEquals(before, stock(6));
    }

    @Test
    void anEmailOverAThousandCharactersIs400() {
        http.postJson("/api/chair/buy/6", "{\"email\":\"" + "x".repeat(1001) + "\"}").expectError(400);
    }

    @ParameterizedTest
    @CsvSource({"0,404", "-1,404", "29501,404", "2147483648,404", "4294967302,404", "9223372036854775808,400",
            "1.5,400", "9e9,400", "one,400"})
    void anIntegerThatNamesNothingIs404AndAnythingElse400(String id, int status) {
        http.postJson("/api/chair/buy/" + id, "{\"email\":\"a@b\"}").expectError(status);
        http.postJson("/api/estate/req_doc/" + id, "{\"email\":\"a@b\"}").expectError(status);
    }

    @Test
    void requestingADocumentMayBeRepeated() {
        http.postJson("/api/estate/req_doc/007", "{\"email\":\"a@b\"}").expectEmpty(200);
        http.postJson("/api/estate/req_doc/7", "{\"email\":\"a@b\"}").expectEmpty(200);
    }
}

package isuumo.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import isuumo.table.ChairRow;
import isuumo.testing.Expected;
import isuumo.testing.Http;
import isuumo.testing.Integration;
import isuumo.testing.Rows;
import isuumo.testing.TestData;
import isuumo.testing.TestServer;
import isuumo.testing.Upload;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GET /api/chair/…: details, cheapest, conditions, search. */
@ExtendWith(Integration.class)
class ChairReadIT {
    private static final String SEARCH = "/api/chair/search?";

    private final TestData data = TestData.get();
    private final Http http;

    ChairReadIT(TestServer server) {
        http = server.http();
    }

    @Test
    void aDetailIsTheRowWithTheContractsKeysInOrder() {
        IntStream.rangeClosed(1, 300).map(n -> n * 98).forEach(
                id -> http.get("/api/chair/" + id).expectJson(Expected.chair(data.chair(id))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"007", "+7", "7", "0000000000000000000000007"})
    void anIdMayHaveASignAndLeadingZeros(String id) {
        http.get("/api/chair/" + id).expectJson(Expected.chair(data.chair(7)));
    }

    @ParameterizedTest
    @CsvSource({"0,404", "-1,404", "29501,404", "2147483647,404", "2147483648,404", "-2147483648,404",
            "4294967297,404", "9223372036854775807,404", "-9223372036854775808,404", "9223372036854775808,400",
            "1.5,400", "9e9,400", "0x10,400", "1_000,400", "one,400", "%20,400", "1%20,400", "%EF%BC%91,400", "-,400"})
    void anIntegerThatNamesNothingIs404AndAnythingElse400(String id, int status) {
        http.get("/api/chair/" + id).expectError(status);
    }

    @Test
    void aChairOfStockZeroIsNotThere() {
        http.post("/api/chair", Upload.chairs(List.of(Rows.stock(Rows.chair(1_000_001), 0)))).expectEmpty(201);
        http.get("/api/chair/1000001").expectError(404);
    }

    @Test
    void theCheapestAreTwentyByPriceThenId() {
        List<ChairRow> cheapest = data.chairs().stream().filter(chair -> chair.stock() > 0)
                .sorted(Comparator.comparingInt(ChairRow::price).thenComparing(ChairRow::id)).limit(20).toList();
        http.get("/api/chair/low_priced").expectJson(Expected.chairs(cheapest));
    }

    @Test
    void theConditionDocumentIsServedAsItIs() throws IOException {
        var answer = http.get("/api/chair/search/condition").expect(200);
        assertArrayEquals(data.file("chair_condition.json"), answer.body());
        assertEquals("application/json; charset=UTF-8", answer.headers().firstValue("Content-Type").orElse(""));
    }

    @Test
    void aSearchCountsAllMatchesAndSendsOnePage() {
        List<ChairRow> matches = data.chairs().stream()
                .filter(chair -> chair.stock() > 0 && chair.price() >= 3000 && chair.price() < 6000)
                .sorted(Expected.CHAIR_RANK).toList();
        int count = matches.size();
        http.get(SEARCH + "priceRangeId=1&page=0&perPage=25")
                .expectJson(Expected.chairs(count, matches.subList(0, 25)));
        http.get(SEARCH + "priceRangeId=1&page=3&perPage=7")
                .expectJson(Expected.chairs(count, matches.subList(21, 28)));
        int lastPage = (count - 1) / 1000;
        http.get(SEARCH + "priceRangeId=1&perPage=1000&page=" + lastPage)
                .expectJson(Expected.chairs(count, matches.subList(lastPage * 1000, count)));
        http.get(SEARCH + "priceRangeId=1&perPage=25&page=" + count).expectJson(Expected.chairs(count, List.of()));
        http.get(SEARCH + "priceRangeId=1&perPage=1000&page=" + Long.MAX_VALUE)
                .expectJson(Expected.chairs(count, List.of()));
        http.get(SEARCH + "priceRangeId=1&perPage=0&page=0").expectJson(Expected.chairs(count, List.of()));
    }

    @Test
    void nothingFoundIsAnEmptyList() {
        http.get(SEARCH + Http.query("kind", "no such kind", "page", 0, "perPage", 25))
                .expectJson("{\"count\":0,\"chairs\":[]}");
    }

    @Test
    void kindsAndColoursMatchToTheLastCodePoint() {
        ChairRow chair = data.chair(1);
        for (String other : List.of(chair.kind() + " ", " " + chair.kind(), chair.kind().substring(1),
                chair.kind() + "%")) {
            http.get(SEARCH + Http.query("kind", other, "page", 0, "perPage", 1))
                    .expectJson("{\"count\":0,\"chairs\":[]}");
            http.get(SEARCH + Http.query("color", other, "page", 0, "perPage", 1))
                    .expectJson("{\"count\":0,\"chairs\":[]}");
        }
    }

    @Test
    void equalPopularityIsOrderedById() {
        List<ChairRow> ties = IntStream.of(1_000_019, 1_000_011, 1_000_015).mapToObj(Rows::chair)
                .map(chair -> Rows.texts(chair, "a colour of ties", "", "a kind")).toList();
        http.post("/api/chair", Upload.chairs(ties)).expectEmpty(201);
        assertEquals(List.of(1_000_011, 1_000_015, 1_000_019),
                http.get(SEARCH + Http.query("color", "a colour of ties", "page", 0, "perPage", 25)).ids("chairs"));
    }

    @Test
    void anEmptyParameterSetsNoCondition() {
        String wanted = http.get(SEARCH + "priceRangeId=2&page=0&perPage=25").expect(200).text();
        http.get(SEARCH + "priceRangeId=2&heightRangeId=&widthRangeId=&depthRangeId=&kind=&color=&features="
                + "&page=0&perPage=25").expectJson(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"priceRangeId=6", "priceRangeId=-1", "priceRangeId=one", "priceRangeId=1.0",
            "priceRangeId=9223372036854775808", "heightRangeId=4", "widthRangeId=4", "depthRangeId=4",
            "heightRangeId=-1", "widthRangeId=%20", "depthRangeId=0x0", "kind=x&priceRangeId=6"})
    void aRangeIdThatNamesNoRangeIs400(String conditions) {
        http.get(SEARCH + conditions + "&page=0&perPage=25").expectError(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "perPage=25", "page=0", "page=x&perPage=25", "page=0&perPage=x", "page=-1&perPage=25",
            "page=0&perPage=-1", "page=0&perPage=1001", "page=&perPage=25", "page=0&perPage=", "page=1.0&perPage=25",
            "page=9223372036854775808&perPage=25", "page=0&perPage=4294967297"})
    void aPageThatIsMissingOrNoSmallWholeNumberIs400(String page) {
        http.get(SEARCH + "priceRangeId=1&" + page).expectError(400);
    }

    @Test
    void noConditionAtAllIs400EvenWithAPage() {
        http.get(SEARCH + "page=0&perPage=25").expectError(400);
        http.get(SEARCH + "kind=&color=&features=&priceRangeId=&page=0&perPage=25").expectError(400);
        http.get("/api/chair/search").expectError(400);
    }

    /** The error text names what was checked first. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "priceRangeId=9&page=x&perPage=x | priceRangeId",
            "page=x&perPage=x                | No search condition",
            "kind=x&page=x&perPage=x         | page=",
            "kind=x&page=0&perPage=x         | perPage="})
    void checksAreMadeInTheContractsOrder(String query, String named) {
        String error = http.get(SEARCH + query.strip()).expectError(400).json().get("error").textValue();
        assertEquals(0, error.indexOf(named), error);
    }
}

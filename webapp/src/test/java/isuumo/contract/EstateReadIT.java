package isuumo.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import isuumo.table.EstateRow;
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

/** GET /api/estate/…: details, cheapest, conditions, search. */
@ExtendWith(Integration.class)
class EstateReadIT {
    private static final String SEARCH = "/api/estate/search?";

    private final TestData data = TestData.get();
    private final Http http;

    EstateReadIT(TestServer server) {
        http = server.http();
    }

    @Test
    void aDetailIsTheRowWithTheContractsKeysInOrder() {
        IntStream.rangeClosed(1, 300).map(n -> n * 98).forEach(
                id -> http.get("/api/estate/" + id).expectJson(Expected.estate(data.estate(id))));
    }

    @Test
    void aCoordinateHasTheShortestDigitsThatParseBack() {
        double[] coordinates = {35, -0.5, 0, 1e-4, 35.123456789012345, 89.99999999999997, 1e-7, 0.1 + 0.2};
        String[] digits = {"35", "-0.5", "0", "0.0001", "35.123456789012344", "89.99999999999997", "1E-7",
                "0.30000000000000004"};
        for (int i = 0; i < coordinates.length; i++) {
            int id = 1_000_100 + i;
            http.post("/api/estate", Upload.estates(List.of(Rows.place(Rows.estate(id), coordinates[i], 139))))
                    .expectEmpty(201);
            String text = http.get("/api/estate/" + id).expect(200).text();
            assertEquals(digits[i], text.replaceFirst(".*\"latitude\":([^,]*),\"longitude\":139,.*", "$1"));
        }
    }

    @ParameterizedTest
    @CsvSource({"0,404", "-1,404", "29501,404", "2147483648,404", "4294967297,404", "9223372036854775807,404",
            "9223372036854775808,400", "1.5,400", "9e9,400", "one,400", "%20,400", "-,400"})
    void anIntegerThatNamesNothingIs404AndAnythingElse400(String id, int status) {
        http.get("/api/estate/" + id).expectError(status);
    }

    @Test
    void leadingZerosDoNotMatter() {
        http.get("/api/estate/007").expectJson(Expected.estate(data.estate(7)));
    }

    @Test
    void theCheapestAreTwentyByRentThenId() {
        List<EstateRow> cheapest = data.estates().stream()
                .sorted(Comparator.comparingInt(EstateRow::rent).thenComparing(EstateRow::id)).limit(20).toList();
        http.get("/api/estate/low_priced").expectJson(Expected.estates(cheapest));
    }

    @Test
    void theConditionDocumentIsServedAsItIs() throws IOException {
        var answer = http.get("/api/estate/search/condition").expect(200);
        assertArrayEquals(data.file("estate_condition.json"), answer.body());
        assertEquals("application/json; charset=UTF-8", answer.headers().firstValue("Content-Type").orElse(""));
    }

    @Test
    void aSearchCountsAllMatchesAndSendsOnePage() {
        List<EstateRow> matches = data.estates().stream()
                .filter(estate -> estate.doorHeight() >= 110 && estate.doorHeight() < 150 && estate.rent() < 50_000)
                .sorted(Expected.ESTATE_RANK).toList();
        int count = matches.size();
        String conditions = SEARCH + "doorHeightRangeId=2&rentRangeId=0";
        http.get(conditions + "&page=0&perPage=25").expectJson(Expected.estates(count, matches.subList(0, 25)));
        http.get(conditions + "&page=3&perPage=7").expectJson(Expected.estates(count, matches.subList(21, 28)));
        http.get(conditions + "&page=" + count + "&perPage=25").expectJson(Expected.estates(count, List.of()));
    }

    @Test
    void nothingFoundIsAnEmptyList() {
        http.get(SEARCH + Http.query("features", "no such feature", "page", 0, "perPage", 25))
                .expectJson("{\"count\":0,\"estates\":[]}");
    }

    @Test
    void equalPopularityIsOrderedById() {
        List<EstateRow> ties = IntStream.of(1_000_019, 1_000_011, 1_000_015).mapToObj(Rows::estate)
                .map(estate -> Rows.features(estate, "a feature of ties", 5)).toList();
        http.post("/api/estate", Upload.estates(ties)).expectEmpty(201);
        assertEquals(List.of(1_000_011, 1_000_015, 1_000_019),
                http.get(SEARCH + Http.query("features", "a feature of ties", "page", 0, "perPage", 25))
                        .ids("estates"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"doorHeightRangeId=4", "doorWidthRangeId=4", "rentRangeId=4", "doorHeightRangeId=-1",
            "doorWidthRangeId=x", "rentRangeId=1.0", "features=x&rentRangeId=4"})
    void aRangeIdThatNamesNoRangeIs400(String conditions) {
        http.get(SEARCH + conditions + "&page=0&perPage=25").expectError(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "perPage=25", "page=0", "page=x&perPage=25", "page=0&perPage=x", "page=-1&perPage=25",
            "page=0&perPage=-1", "page=0&perPage=1001"})
    void aPageThatIsMissingOrNoSmallWholeNumberIs400(String page) {
        http.get(SEARCH + "rentRangeId=1&" + page).expectError(400);
    }

    @Test
    void noConditionAtAllIs400EvenWithAPage() {
        http.get(SEARCH + "page=0&perPage=25").expectError(400);
        http.get(SEARCH + "features=&rentRangeId=&page=0&perPage=25").expectError(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "rentRangeId=9&page=x&perPage=x | rentRangeId",
            "page=x&perPage=x               | No search condition",
            "features=x&page=x&perPage=x    | page=",
            "features=x&page=0&perPage=x    | perPage="})
    void checksAreMadeInTheContractsOrder(String query, String named) {
        String error = http.get(SEARCH + query.strip()).expectError(400).json().get("error").textValue();
        assertEquals(0, error.indexOf(named), error);
    }
}

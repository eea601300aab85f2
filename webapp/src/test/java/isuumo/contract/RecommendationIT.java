package isuumo.contract;

import isuumo.table.ChairRow;
import isuumo.table.EstateRow;
import isuumo.testing.Expected;
import isuumo.testing.Http;
import isuumo.testing.Integration;
import isuumo.testing.Rows;
import isuumo.testing.TestData;
import isuumo.testing.TestServer;
import isuumo.testing.Upload;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GET /api/recommended_estate/{chairId}. */
@ExtendWith(Integration.class)
class RecommendationIT {
    private final TestData data = TestData.get();
    private final Http http;

    RecommendationIT(TestServer server) {
        http = server.http();
    }

    @Test
    void theTwentyMostPopularDoorsThatTheTwoShortestSidesPass() {
        for (ChairRow chair : data.chairs().subList(0, 100)) {
            int[] sides = IntStream.of(chair.height(), chair.width(), chair.depth()).sorted().toArray();
            List<EstateRow> passed = data.estates().stream()
                    .filter(estate -> Math.min(estate.doorHeight(), estate.doorWidth()) >= sides[0]
                            && Math.max(estate.doorHeight(), estate.doorWidth()) >= sides[1])
                    .sorted(Expected.ESTATE_RANK).limit(20).toList();
            http.get("/api/recommended_estate/" + chair.id()).expectJson(Expected.estates(passed));
        }
    }

    @Test
    void aDoorExactlyAsLargeAsTheTwoShortestSidesIsPassedOneSmallerIsNot() {
        ChairRow huge = Rows.sizes(Rows.chair(1_000_001), 902, 900, 901);
        EstateRow door = Rows.estate(1_000_001);
        List<EstateRow> doors = List.of(Rows.door(door(1), 900, 901, 7), Rows.door(door(2), 901, 900, 7),
                Rows.door(door(3), 5000, 899, 8), Rows.door(door(4), 900, 900, 9), Rows.door(door, 900, 5000, 9));
        http.post("/api/chair", Upload.chairs(List.of(huge, Rows.sizes(Rows.chair(1_000_002), 9999, 9999, 9999))))
                .expectEmpty(201);
        http.get("/api/recommended_estate/1000001").expectJson("{\"estates\":[]}");
        http.post("/api/estate", Upload.estates(doors)).expectEmpty(201);
        http.get("/api/recommended_estate/1000001")
                .expectJson(Expected.estates(List.of(doors.get(4), doors.get(0), doors.get(1))));
        http.get("/api/recommended_estate/1000002").expectJson("{\"estates\":[]}");
    }

    private static EstateRow door(int n) {
        return Rows.estate(1_000_001 + n);
    }

    @Test
    void stockDoesNotMatter() {
        String before = http.get("/api/recommended_estate/1").expect(200).text();
        IntStream.rangeClosed(1, data.chair(1).stock()).forEach(_ -> http.buy(1).expectEmpty(200));
        http.get("/api/chair/1").expectError(404);
        http.get("/api/recommended_estate/1").expectJson(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "29501", "2147483648", "9223372036854775808", "1.5", "9e9", "one"})
    void whatNamesNoChairIs400(String id) {
        http.get("/api/recommended_estate/" + id).expectError(400);
    }
}

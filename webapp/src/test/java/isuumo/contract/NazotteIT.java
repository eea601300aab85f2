package isuumo.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import isuumo.table.EstateRow;
import isuumo.testing.Answer;
import isuumo.testing.Expected;
import isuumo.testing.Http;
import isuumo.testing.Integration;
import isuumo.testing.Rows;
import isuumo.testing.TestData;
import isuumo.testing.TestServer;
import isuumo.testing.Upload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** POST /api/estate/nazotte. */
@ExtendWith(Integration.class)
class NazotteIT {
    private static final String PATH = "/api/estate/nazotte";
    private static final String NOTHING = "{\"count\":0,\"estates\":[]}";

    private final Http http;

    NazotteIT(TestServer server) {
        http = server.http();
    }

    private Answer ask(double... latitudesAndLongitudes) {
        return http.postJson(PATH, body(latitudesAndLongitudes));
    }

    private static String body(double... latitudesAndLongitudes) {
        List<String> points = new ArrayList<>();
        for (int i = 0; i < latitudesAndLongitudes.length; i += 2) {
            points.add("{\"latitude\":" + latitudesAndLongitudes[i] + ",\"longitude\":" + latitudesAndLongitudes[i + 1]
                    + "}");
        }
        return "{\"coordinates\":[" + String.join(",", points) + "]}";
    }

    @Test
    void atMostFiftyAndTheirNumber() {
        List<EstateRow> inside = TestData.get().estates().stream()
                .filter(e -> e.latitude() > 20 && e.latitude() < 50 && e.longitude() > 120 && e.longitude() < 150)
                .sorted(Expected.ESTATE_RANK).limit(50).toList();
        ask(20, 120, 20, 150, 50, 150, 50, 120, 20, 120).expectJson(Expected.estates(50, inside));
    }

    @Test
    void nothingInsideIsAnEmptyList() {
        ask(-10, -10, -10, -9, -9, -9, -10, -10).expectJson(NOTHING);
    }

    @Test
    void aPointOnTheBoundaryOrAVertexDoesNotMatch() {
        List<EstateRow> places = List.of(Rows.place(Rows.estate(1_000_001), -40, -40), // vertex
                Rows.place(Rows.estate(1_000_002), -40, -39), // edge
                Rows.place(Rows.estate(1_000_003), -39, -39), // diagonal edge
                Rows.place(Rows.estate(1_000_004), -39.5, -39), // inside
                Rows.place(Rows.estate(1_000_005), -39.000001, -39), // inside by one rounding step
                Rows.place(Rows.estate(1_000_006), -39.0000004, -39)); // rounded onto the diagonal
        http.post("/api/estate", Upload.estates(places)).expectEmpty(201);
        Answer answer = ask(-40, -40, -40, -38, -38, -38, -40, -40).expect(200);
        assertEquals(List.of(1_000_004, 1_000_005), answer.ids("estates").stream().sorted().toList());
        assertEquals(2, answer.json().get("count").intValue());
    }

    @Test
    void anEstateOutsideTheUnroundedBoundingBoxDoesNotMatch() {
        http.post("/api/estate", Upload.estates(List.of(Rows.place(Rows.estate(1_000_011), -50.0000003, -50))))
                .expectEmpty(201);
        ask(-50.0000002, -51, -49, -51, -49, -49, -50.0000002, -49, -50.0000002, -51).expectJson(NOTHING);
    }

    @Test
    void aRingThatCrossesItselfIsJudgedByTheEvenOddRule() {
        List<EstateRow> places = List.of(Rows.place(Rows.estate(1_000_021), -60, -60), // in the pentagon
                Rows.place(Rows.estate(1_000_022), -59.2, -60), // in a point of the star
                Rows.place(Rows.estate(1_000_023), -60.8, -60)); // between two points
        http.post("/api/estate", Upload.estates(places)).expectEmpty(201);
        double[] star = IntStream.rangeClosed(0, 5).map(n -> n * 2 % 5).boxed()
                .flatMap(n -> List.of(-60 + Math.cos(n * 0.4 * Math.PI), -60 + Math.sin(n * 0.4 * Math.PI)).stream())
                .mapToDouble(Double::doubleValue).toArray();
        assertEquals(List.of(1_000_022), ask(star).expect(200).ids("estates"));
    }

    @Test
    void minusZeroClosesARingAsZeroDoes() {
        ask(0, 1, 1, 1, 1, 2, -0.0, 1).expectJson(NOTHING);
    }

    @Test
    void aThousandVerticesAreTakenOneMoreIsNot() {
        ask(circle(1_000)).expect(200);
        ask(circle(1_001)).expectError(400);
    }

    private static double[] circle(int vertices) {
        double[] circle = new double[2 * vertices];
        for (int i = 0; i < vertices; i++) {
            double angle = i == vertices - 1 ? 0 : 2 * Math.PI * i / vertices;
            circle[2 * i] = 35 + Math.cos(angle) / 10;
            circle[2 * i + 1] = 139 + Math.sin(angle) / 10;
        }
        return circle;
    }

    @Test
    void otherKeysArePassedOver() {
        String ring = body(20, 120, 20, 150, 50, 150, 20, 120);
        String extended = ring.replace("{\"latitude\"", "{\"name\":{\"a\":[1]},\"latitude\"").replaceFirst("\\{",
                "{\"comment\":[{}],");
        http.postJson(PATH, extended).expectJson(http.postJson(PATH, ring).expect(200).text());
    }

    @Test
    void aRingThatIsNotClosedOrHasFewerThanFourPointsIs400() {
        ask(35, 139, 35, 140, 36, 140, 36, 139).expectError(400);
        ask(35, 139, 35, 140, 35, 139).expectError(400);
        ask(35, 139, 35, 139).expectError(400);
        ask(35, 139).expectError(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e999", "-1e999", "90.1", "-90.1", "1e300", "null",
            "\"35\"", "true", "[]", "{}", "35 35", "0x23", "+", ""})
    void aLatitudeThatIsNoNumberInItsRangeIs400(String latitude) {
        String ring = body(35, 139, 35, 140, 36, 140, 35, 139);
        http.postJson(PATH, ring.replace("36.0", latitude)).expectError(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"180.1", "-180.1", "NaN", "1e999"})
    void aLongitudeThatIsNoNumberInItsRangeIs400(String longitude) {
        String ring = body(35, 139, 35, 140, 36, 141, 35, 139);
        http.postJson(PATH, ring.replace("141.0", longitude)).expectError(400);
    }

    @Test
    void thePolesAndTheDateLineAreTaken() {
        ask(-90, -180, -90, 180, 90, 180, 90, -180, -90, -180).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{}", "[]", "null", "1", "\"x\"", "{\"coordinates\":null}",
            "{\"coordinates\":[]}", "{\"coordinates\":{}}", "{\"coordinates\":\"x\"}", "{\"coordinates\":[1]}",
            "{\"coordinates\":[[35,139],[35,140],[36,140],[35,139]]}", "{\"coordinates\":[{}]}",
            "{\"coordinates\":[{\"latitude\":35}]}", "{\"coordinates\":[{\"latitude\":35,\"longitude\":139}",
            "{\"coordinates\":[]}{}", "{\"coordinates\":[]} x", "coordinates=1"})
    void aBodyThatIsNoRingIs400(String body) {
        http.postJson(PATH, body).expectError(400);
    }

    @Test
    void nestingWithoutEndIs400() {
        http.postJson(PATH, "{\"x\":" + "[".repeat(50_000)).expectError(400);
    }

    @Test
    void numbersWithoutEndAre400() {
        String digits = IntStream.range(0, 5_000).mapToObj(n -> String.format(Locale.ROOT, "%d", n % 10))
                .collect(Collectors.joining());
        http.postJson(PATH, body(35, 139, 35, 140, 36, 140, 35, 139).replace("36.0", "3." + digits)).expectError(400);
    }
}

package isuumo.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.testing.Answer;
import isuumo.testing.Gzip;
import isuumo.testing.Http;
import isuumo.testing.Integration;
import isuumo.testing.TestServer;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers to clients that take gzip: the same JSON, in fewer bytes. */
@ExtendWith(Integration.class)
class CompressedAnswersIT {
    private static final int SEARCHES = 1_000;
    private static final String JAPAN = "{\"coordinates\":[{\"latitude\":20,\"longitude\":120},"
            + "{\"latitude\":20,\"longitude\":150},{\"latitude\":50,\"longitude\":150},"
            + "{\"latitude\":50,\"longitude\":120},{\"latitude\":20,\"longitude\":120}]}";

    private final Http plain;
    private final Http gzip;

    CompressedAnswersIT(TestServer server) {
        plain = server.http();
        gzip = plain.acceptEncoding("gzip");
    }

    /** Returns the compressed answer's share of the plain one's bytes. */
    private static double assertSame(Answer plain, Answer compressed) {
        plain.expect(200);
        compressed.expect(200);
        assertEquals(List.of("Accept-Encoding"), plain.headers().allValues("Vary"), plain.request());
        assertEquals(List.of("Accept-Encoding"), compressed.headers().allValues("Vary"), compressed.request());
        assertEquals(List.of(), plain.headers().allValues("Content-Encoding"), plain.request());
        assertEquals(plain.headers().firstValue("Content-Type"), compressed.headers().firstValue("Content-Type"));
        assertEquals(compressed.body().length, compressed.headers().firstValueAsLong("Content-Length").orElse(-1));
        boolean encoded = compressed.headers().firstValue("Content-Encoding").isPresent();
        byte[] text = encoded ? Gzip.read(compressed.body()) : compressed.body();
        assertArrayEquals(plain.body(), text, compressed.request());
        return compressed.body().length / (double) plain.body().length;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/chair/search?priceRangeId=", "/api/estate/search?rentRangeId="})
    void aSearchIsTheSameInLessThanHalfOfTheBytes(String search) {
        SplittableRandom random = new SplittableRandom(11);
        double shares = 0;
        for (int i = 0; i < SEARCHES; i++) {
            String target = search + random.nextInt(4) + "&page=" + random.nextInt(150) + "&perPage=25";
            shares += assertSame(plain.get(target), gzip.get(target));
        }
        double mean = shares / SEARCHES;
        assertTrue(mean < 0.5, () -> "compressed answers have " + mean + " of the plain ones' bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/chair/low_priced", "/api/estate/low_priced", "/api/chair/search/condition",
            "/api/estate/search/condition", "/api/recommended_estate/7",
            "/api/chair/search?kind=none&page=0&perPage=25",
            "/api/estate/search?rentRangeId=1&page=0&perPage=1", "/api/chair/search?priceRangeId=1&page=0&perPage=1000",
            "/api/estate/search?rentRangeId=1&page=2&perPage=1000"})
    void everyListIsTheSame(String target) {
        assertSame(plain.get(target), gzip.get(target));
        assertSame(plain.get(target), gzip.get(target)); // what is kept is right too
    }

    @Test
    void aMapSearchIsTheSame() {
        assertSame(plain.postJson("/api/estate/nazotte", JAPAN), gzip.postJson("/api/estate/nazotte", JAPAN));
    }

    @Test
    void whatIsShortOrAnErrorIsPlain() {
        String nothing = "/api/chair/search?kind=none&page=0&perPage=25";
        gzip.get(nothing).expectJson("{\"count\":0,\"chairs\":[]}");
        gzip.get("/api/chair/search?page=0&perPage=25").expectError(400);
        gzip.get("/api/chair/0").expectError(404);
    }

    @Test
    void whoRefusesGzipGetsNone() {
        String target = "/api/chair/low_priced";
        for (String refusal : List.of("gzip;q=0", "identity", "br", "gzip;q=0, *")) {
            Answer answer = plain.acceptEncoding(refusal).get(target);
            assertEquals(List.of(), answer.headers().allValues("Content-Encoding"), refusal);
            assertArrayEquals(plain.get(target).body(), answer.body(), refusal);
        }
    }
}

package isuumo.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import isuumo.testing.RawAnswer;
import isuumo.testing.RawHttp;
import isuumo.testing.TestData;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A query's raw characters mean what their encoded forms mean. */
final class QueryChecks {
    private static final List<String> RAW = List.of("[", "]", "{", "}", "|", "\\", "^", "`", "\"", "<", ">", "é", "椅",
            "🪑", "[{|\\^`\"<é椅🪑>}]", "a[0]=b");

    private QueryChecks() {}

    static Stream<DynamicTest> checks(int port) {
        String kind = TestData.get().chair(1).kind();
        String feature = TestData.get().estates().stream().map(estate -> estate.features())
                .filter(features -> !features.isEmpty()).findFirst().orElseThrow();
        return Stream.of(
                RAW.stream().map(raw -> same(port, "/api/chair/search?page=0&perPage=1&kind=", raw)),
                RAW.stream().map(raw -> same(port, "/api/estate/search?page=0&perPage=1&features=", raw)),
                RAW.stream().map(raw -> same(port, "/chair/search?kind=", raw)),
                RAW.stream().map(raw -> same(port, "/nothing?", raw)),
                Stream.of(same(port, "/api/chair/search?page=0&perPage=25&kind=", kind),
                        same(port, "/api/estate/search?page=0&perPage=25&features=", feature)))
                .flatMap(rows -> rows);
    }

    private static DynamicTest same(int port, String before, String raw) {
        return dynamicTest(before + raw, () -> {
            RawAnswer encoded = ask(port, before + URLEncoder.encode(raw, StandardCharsets.UTF_8));
            assertEquals(before.startsWith("/nothing") ? 404 : 200, encoded.status(), encoded::toString);
            RawAnswer answer = ask(port, before + raw);
            assertEquals(encoded.timeless(), answer.timeless());
            assertEquals(encoded.body(), answer.body());
        });
    }

    private static RawAnswer ask(int port, String target) throws IOException {
        try (RawHttp connection = new RawHttp(port)) {
            return connection.send(Row.get(target, "")).next(false).orElseThrow();
        }
    }
}

package isuumo.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import isuumo.testing.RawAnswer;
import isuumo.testing.RawHttp;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** {@code If-None-Match}, RFC 9110 section 13.1.2; TAG stands for the file's own entity tag. */
final class ConditionChecks {
    private static final List<String> TARGETS = List.of("/", "/chair/1", "/robots.txt", "/assets/app-abc.js",
            "/images/chair/one.png");
    private static final Map<String, Integer> CONDITIONS = Map.ofEntries(
            Map.entry("If-None-Match: TAG", 304),
            Map.entry("If-None-Match: W/TAG", 304),
            Map.entry("If-None-Match: *", 304),
            Map.entry("If-None-Match: \"other\", TAG", 304),
            Map.entry("If-None-Match: W/\"other\",W/TAG", 304),
            Map.entry("If-None-Match: TAG , \"other\"", 304),
            Map.entry("If-None-Match: \"a,b\", TAG", 304),
            Map.entry("If-None-Match: \"\", TAG", 304),
            Map.entry("if-none-match:TAG", 304),
            Map.entry("If-None-Match: \"other\"", 200),
            Map.entry("If-None-Match: \"other\", W/\"another\"", 200),
            Map.entry("If-None-Match: \"*\"", 200),
            Map.entry("X: TAG", 200));

    private ConditionChecks() {}

    static Stream<DynamicTest> checks(int port) {
        return TARGETS.stream().flatMap(target -> CONDITIONS.entrySet().stream().flatMap(condition -> Stream.of(
                row(port, "GET", target, condition), row(port, "HEAD", target, condition))));
    }

    private static DynamicTest row(int port, String method, String target, Map.Entry<String, Integer> condition) {
        return dynamicTest(method + " " + target + " " + condition.getKey(),
                () -> check(port, method, target, condition.getKey(), condition.getValue()));
    }

    private static void check(int port, String method, String target, String condition, int status)
            throws IOException {
        try (RawHttp connection = new RawHttp(port)) {
            RawAnswer whole = connection.send(Row.get(target, "")).next(false).orElseThrow();
            String tag = whole.header("ETag").orElseThrow();
            connection.send(
                    Row.request(method, target, condition.replace("TAG", tag) + "\r\n", "") + Row.get(target, ""));
            RawAnswer answer = connection.next(method.equals("HEAD")).orElseThrow();
            assertEquals(status, answer.status(), answer::toString);
            assertEquals(Optional.of(tag), answer.header("ETag"));
            assertEquals(whole.header("Cache-Control"), answer.header("Cache-Control"));
            if (status == 304) {
                assertEquals(Optional.empty(), answer.header("Content-Length"));
            }
            assertEquals(whole.body(), connection.next(false).orElseThrow().body());
        }
    }
}

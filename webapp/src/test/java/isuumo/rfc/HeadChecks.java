package isuumo.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import isuumo.testing.RawAnswer;
import isuumo.testing.RawHttp;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** HEAD has the head of GET and no body, so that the next answer comes right behind it: RFC 9110 section 9.3.2. */
final class HeadChecks {
    private static final List<String> TARGETS = List.of(
            "/api/chair/1", "/api/estate/1", "/api/recommended_estate/1",
            "/api/chair/search?priceRangeId=1&page=0&perPage=25", "/api/estate/search?rentRangeId=1&page=0&perPage=25",
            "/api/chair/low_priced", "/api/estate/low_priced", "/api/chair/search/condition",
            "/api/estate/search/condition",
            "/api/chair/0", "/api/estate/x", "/api/recommended_estate/0", "/api/chair/search?page=0&perPage=1",
            "/api/chair", "/api/estate", "/api/chair/buy/1", "/api/estate/req_doc/1", "/api/estate/nazotte",
            "/initialize",
            "/api", "/api/", "/api/nothing", "/metric",
            "/", "/index.html", "/chair/1", "/estate/draw", "/nothing", "/robots.txt", "/favicon.svg", "/site.json",
            "/assets/app-abc.js", "/assets/missing.js", "/images/chair/one.png", "/images/chair/missing.png",
            "//api/estate/1", "/api/estate/1;x");
    private static final List<String> HEADERS = List.of("", "Accept-Encoding: gzip\r\n");

    private HeadChecks() {}

    static Stream<DynamicTest> checks(int port) {
        return TARGETS.stream().flatMap(target -> HEADERS.stream().map(headers -> dynamicTest(
                target + " " + headers.strip(), () -> check(port, target, headers))));
    }

    private static void check(int port, String target, String headers) throws IOException {
        try (RawHttp connection = new RawHttp(port)) {
            connection.send(Row.request("HEAD", target, headers, "") + Row.get(target, headers)
                    + Row.request("HEAD", target, headers, ""));
            RawAnswer head = connection.next(true).orElseThrow();
            RawAnswer get = connection.next(false).orElseThrow();
            assertEquals(get.timeless(), head.timeless());
            assertEquals(get.timeless(), connection.next(true).orElseThrow().timeless());
        }
    }
}

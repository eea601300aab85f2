package isuumo.rfc;

import isuumo.rfc.Row.Then;
import java.util.ArrayList;
import java.util.List;

/** Request lines: what no path here has, and what nobody can read; RFC 9112 section 3, RFC 3986 section 6. */
final class TargetRows {
    private static final List<String> NOT_PLAIN = List.of("//", "//api/estate/1", "///api/estate/1", "/api//estate/1",
            "/api/estate//1", "/api/estate/1//", "/api%2festate/1", "/api/estate%2F1", "/%2fapi/estate/1",
            "/api%5cestate/1",
            "/api/estate/1%5C", "/api\\estate/1", "/api/estate/1\\", "/./api/estate/1", "/api/./estate/1",
            "/api/estate/1/.",
            "/api/estate/1/./", "/api/estate/1/..", "/api/estate/2/../1", "/api/%2e/estate/1", "/api/estate/2/%2E%2e/1",
            "/api/estate/2/.%2e/1", "/api/estate/2/%2e./1", "/api/../api/estate/1", "/api/estate/1#x", "/chair//1",
            "/chair/%2f", "/chair/1/..", "/./", "/assets//app-abc.js", "/assets/../robots.txt", "/api/../version",
            "/api/a%2fb/../../version", "/api/estate/../../version");
    private static final List<String> SEMICOLONS = List.of("/;", "/api/estate/1;x", "/api/..;/version", "/chair/1;x",
            "/api/estate/1%3bx", "/robots.txt;");

    private TargetRows() {}

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (String method : List.of("GET", "POST", "HEAD")) {
            for (String path : NOT_PLAIN) {
                rows.add(Row.of(method + " " + path, Row.request(method, path, "", ""), 404, Then.STAYS));
            }
            for (String path : SEMICOLONS) {
                rows.add(Row.of(method + " " + path, Row.request(method, path, "", ""), 400, Then.STAYS));
            }
            // nginx cannot read these, and closes
            for (String path : List.of("/api/estate/1%00", "/%00", "/api%2f%00/estate/1", "/api/;%00")) {
                rows.add(Row.of(method + " " + path, Row.request(method, path, "", ""), 400, Then.STAYS_OR_CLOSES));
            }
            rows.add(Row.of(method + " out of the root", Row.request(method, "/../api/estate/1", "", ""), 404,
                    Then.STAYS_OR_CLOSES).throughNginx(400));
        }
        for (String path : List.of("/api/%65state/1", "/api/estate/%31", "/api/estate/1?x=//../%2f\\", "/chair/...",
                "/chair/%E6%A4%85", "/chair/椅子", "/chair/[x]|{y}^`\"<>", "/estate/draw", "/chair/1/", "/chair/%31")) {
            boolean exists = path.startsWith("/api/") || path.matches("/(chair/(1/|%31)|estate/draw)");
            rows.add(Row.of(path, Row.get(path, ""), exists ? 200 : 404, Then.STAYS));
        }
        unreadable(rows);
        return rows;
    }

    private static void unreadable(List<Row> rows) {
        for (String line : List.of("garbage", "GET", "GET / HTTP/1.1 x", " GET / HTTP/1.1",
                "GET /api/estate/%zz HTTP/1.1", "GET /api/estate/% HTTP/1.1", "GET /a b HTTP/1.1", "GET / HTTP/x",
                "GET / SMTP/1.1")) {
            rows.add(Row.of(line, line + "\r\nHost: isuumo\r\n\r\n", 400, Then.CLOSES));
        }
        for (String headers : List.of("", "Host: isuumo\r\nHost: isuumo\r\n", "Host: isuumo\r\nno colon\r\n",
                "Host: isuumo\r\nX\u0000: y\r\n")) {
            rows.add(Row.of("headers " + headers.replace("\r\n", ", "),
                    "GET /api/estate/1 HTTP/1.1\r\n" + headers + "\r\n",
                    400, Then.CLOSES));
        }
        rows.add(Row.of("an address of 9 KB", Row.get("/api/estate/" + "1".repeat(9_000), ""), 414, Then.CLOSES));
        rows.add(Row.of("a header of 17 KB", Row.get("/api/estate/1", "X: " + "x".repeat(17_000) + "\r\n"), 400,
                Then.CLOSES));
        rows.add(Row.of("TRACE", Row.request("TRACE", "/api/estate/1", "", ""), 405, Then.STAYS_OR_CLOSES));
        rows.add(Row.of("OPTIONS", Row.request("OPTIONS", "/api/estate/1", "", ""), 405, Then.STAYS));
        rows.add(Row.of("DELETE", Row.request("DELETE", "/api/estate/1", "", ""), 405, Then.STAYS));
        rows.add(Row.of("a method of our own", Row.request("X-Y", "/api/estate/1", "", ""), 405, Then.STAYS));
        rows.add(Row.of("two spaces", "GET  / HTTP/1.1\r\nHost: isuumo\r\n\r\n", 400, Then.STAYS_OR_CLOSES)
                .throughNginx(200));
    }
}

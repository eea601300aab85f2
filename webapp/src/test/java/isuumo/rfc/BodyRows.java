package isuumo.rfc;

import isuumo.rfc.Row.Then;
import java.util.ArrayList;
import java.util.List;

/** Where a body ends: chunks, lengths, and {@code Expect: 100-continue}; RFC 9112 sections 6 and 7, RFC 9110 section 10.1.1. */
final class BodyRows {
    private static final String PATH = "/api/estate/req_doc/1";
    /** 15 bytes. */
    private static final String BODY = "{\"email\":\"a@b\"}";
    private static final String LAST = "0\r\n\r\n";
    /** A body that is a request: whoever loses count answers it. */
    private static final String TRAP = "GET /api/estate/2 HTTP/1.1\r\nHost: isuumo\r\n\r\n";
    private static final String EXPECT = "Expect: 100-continue\r\n";

    private BodyRows() {}

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        goodChunks(rows);
        badChunks(rows);
        framing(rows);
        unread(rows);
        return rows;
    }

    private static void goodChunks(List<Row> rows) {
        for (String chunks : List.of(
                "f\r\n" + BODY + "\r\n" + LAST,
                "F\r\n" + BODY + "\r\n" + LAST,
                "000f\r\n" + BODY + "\r\n" + LAST,
                "000000000000000f\r\n" + BODY + "\r\n" + LAST,
                "f;a=b\r\n" + BODY + "\r\n" + LAST,
                "f;a\r\n" + BODY + "\r\n" + LAST,
                "f;a=\"b\"; c=d\r\n" + BODY + "\r\n" + LAST,
                "f ;a=b\r\n" + BODY + "\r\n" + LAST,
                "f\r\n" + BODY + "\r\n0;a=b\r\n\r\n",
                "f\r\n" + BODY + "\r\n000\r\n\r\n",
                "f\r\n" + BODY + "\r\n0\r\nX-Sum: 1\r\n\r\n",
                "f;a=b\r\n" + BODY + "\r\n0;c\r\nX-Sum: 1\r\nX-Other: 2\r\n\r\n",
                "1\r\n{\r\n1\r\n\"\r\nd\r\n" + BODY.substring(2) + "\r\n" + LAST)) {
            rows.add(Row.of("chunks " + visible(chunks), Row.chunked(PATH, chunks), 200, Then.STAYS));
            rows.add(Row.of("chunks that nobody reads " + visible(chunks), Row.chunked("/nothing", chunks), 404,
                    Then.STAYS));
        }
    }

    private static void badChunks(List<Row> rows) {
        for (String chunks : List.of("zz\r\n", "-1\r\n", "+f\r\n", "0xf\r\n", "\r\n", ";a=b\r\n", " f\r\n", "f.\r\n",
                "f,\r\n",
                "fffffffffffffffff\r\n", "ffffffffffffffff\r\n", "8000000000000000\r\n",
                "f\r\n" + BODY + LAST,
                "f\r\n" + BODY + "x\r\n" + LAST,
                "f\r\n" + BODY + "\r" + LAST,
                "e\r\n" + BODY + "\r\n" + LAST,
                "f\r\n" + BODY + "\r\nzz\r\n\r\n",
                "f\r\n" + BODY + "\r\n-0\r\n\r\n")) {
            boolean tooLarge = chunks.length() == 18 && !chunks.startsWith("fffffffffffffffff");
            int status = tooLarge ? 413 : 400;
            rows.add(bad("bad chunks " + visible(chunks), Row.chunked("/api/chair/buy/1", chunks), status));
            rows.add(bad("bad chunks of an upload " + visible(chunks), Row.request("POST", "/api/estate",
                    "Content-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\n", chunks),
                    status));
            rows.add(bad("bad chunks of a drawing " + visible(chunks), Row.chunked("/api/estate/nazotte", chunks),
                    status));
            rows.add(bad("bad chunks that nobody reads " + visible(chunks), Row.chunked("/nothing", chunks), 404));
        }
        // nginx takes these, as RFC 9112 section 2.2 allows, and hands the body on with its length.
        for (String chunks : List.of("f\n" + BODY + "\r\n" + LAST, "f\r\n" + BODY + "\n" + LAST,
                "f\r\n" + BODY + "\r\n0\n\r\n", "f a\r\n" + BODY + "\r\n" + LAST)) {
            rows.add(new Row("lenient chunks " + visible(chunks), Row.chunked(PATH, chunks).getBytes(), 400, 200,
                    Then.STAYS_OR_CLOSES));
        }
    }

    /** Through nginx the body is read before anybody looks at the address. */
    private static Row bad(String name, String request, int status) {
        return Row.of(name, request, status, Then.CLOSES).throughNginx(400);
    }

    private static void framing(List<Row> rows) {
        for (String headers : List.of("Content-Length: x", "Content-Length: -1", "Content-Length: 1.5",
                "Content-Length: 0x1",
                "Content-Length: 99999999999999999999", "Content-Length: 15\r\nContent-Length: 16",
                "Content-Length: 15\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 15")) {
            rows.add(Row.of(headers.replace("\r\n", ", then "), Row.request("POST", PATH, headers + "\r\n", LAST), 400,
                    Then.CLOSES));
        }
        rows.add(Row.of("an unknown coding, then chunks",
                Row.request("POST", PATH, "Transfer-Encoding: rot13, chunked\r\n",
                        LAST),
                501, Then.CLOSES));
        rows.add(Row.of("an unknown coding", Row.request("POST", PATH, "Transfer-Encoding: rot13\r\n", LAST), 400,
                Then.CLOSES).throughNginx(501));
        rows.add(
                Row.of("chunked twice", Row.request("POST", PATH, "Transfer-Encoding: chunked, chunked\r\n", LAST), 400,
                        Then.CLOSES).throughNginx(501));
    }

    /** A body that the answer does not wait for must not become the next request. */
    private static void unread(List<Row> rows) {
        String large = "x".repeat(100_000);
        for (String expect : List.of("", EXPECT, "Expect: 100-Continue\r\n")) {
            Then then = expect.isEmpty() ? Then.STAYS : Then.STAYS_OR_CLOSES;
            String name = expect.isEmpty() ? "an unread body to " : expect.strip() + ", an unread body to ";
            rows.add(Row.of(name + "404", Row.post("/nothing", expect, TRAP), 404, then));
            rows.add(Row.of(name + "404 of the API", Row.post("/api/nothing", expect, TRAP), 404, then));
            rows.add(Row.of(name + "404, a path that is not plain", Row.post("/api//estate", expect, TRAP), 404, then));
            rows.add(Row.of(name + "400, a semicolon", Row.post("/api/;", expect, TRAP), 400, then));
            rows.add(Row.of(name + "405", Row.post("/api/estate/1", expect, TRAP), 405, then));
            rows.add(Row.of(name + "405, PUT", Row.post("/api/estate/1", expect, TRAP), 405, then).as("PUT"));
            rows.add(Row.of(name + "GET", Row.post("/api/estate/1", expect, TRAP), 200, then).as("GET"));
            rows.add(Row.of(name + "HEAD", Row.post("/api/estate/1", expect, TRAP), 200, then).as("HEAD"));
            rows.add(Row.of(name + "400, no form", Row.post("/api/estate", expect, TRAP), 400, Then.STAYS_OR_CLOSES));
            rows.add(Row.of(name + "413", Row.post(PATH, expect, large), 413, Then.STAYS_OR_CLOSES));
            rows.add(Row.of(name + "404, large", Row.post("/nothing", expect, large), 404, Then.STAYS_OR_CLOSES)
                    .throughNginx(413));
            rows.add(
                    Row.of(name.replace("an unread", "a read") + "200", Row.post(PATH, expect, BODY), 200, Then.STAYS));
            rows.add(Row.of(
                    name.replace("an unread", "chunks in an unread") + "404", Row.request("POST", "/api/nothing",
                            expect + "Transfer-Encoding: chunked\r\n",
                            Integer.toHexString(TRAP.length()) + "\r\n" + TRAP + "\r\n"
                                    + LAST),
                    404, Then.STAYS_OR_CLOSES));
        }
        rows.add(Row.of("a gigabyte that is declared", Row.request("POST", PATH, "Content-Length: 1000000000\r\n", ""),
                413,
                Then.CLOSES));
        rows.add(Row.of("a gigabyte that is declared to 404", Row.request("POST", "/nothing",
                "Content-Length: 1000000000\r\n", ""), 404, Then.CLOSES).throughNginx(413));
    }

    private static String visible(String chunks) {
        return chunks.replace(BODY, "BODY").replace("\r", "\\r").replace("\n", "\\n");
    }
}

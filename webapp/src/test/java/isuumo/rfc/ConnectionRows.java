package isuumo.rfc;

import isuumo.rfc.Row.Then;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who keeps a connection, and how requests follow each other on it: RFC 9112 sections 2.2 and 9. */
final class ConnectionRows {
    private static final Map<String, Integer> PATHS = Map.of("/api/estate/1", 200, "/api/estate/0", 404,
            "/api/estate/x",
            400, "/api/chair", 405, "/api//estate/1", 404, "/nothing", 404, "/", 200);
    private static final List<String> CLOSING = List.of("close", "Close", "CLOSE", "close, TE", "TE, close", "TE,close",
            "keep-alive, close", " close ", "close,", "close\r\nConnection: TE", "TE\r\nConnection: Close",
            "keep-alive\r\nConnection: close");
    private static final List<String> KEEPING = List.of("keep-alive", "Keep-Alive", "TE", "TE, keep-alive", "upgrade");

    private ConnectionRows() {}

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        PATHS.forEach((path, status) -> {
            for (String value : CLOSING) {
                rows.add(row(path, value, status, Then.CLOSES));
            }
        });
        for (String value : KEEPING) {
            rows.add(row("/api/estate/1", value, 200, Then.STAYS));
            rows.add(row("/nothing", value, 404, Then.STAYS));
        }
        rows.add(Row.of("HEAD, closing", Row.request("HEAD", "/api/estate/1", "Connection: Close\r\n", ""), 200,
                Then.CLOSES));
        rows.add(Row.of("POST, closing", Row.post("/api/estate/req_doc/1", "Connection: TE, Close\r\n",
                "{\"email\":\"a@b\"}"), 200, Then.CLOSES));
        rows.add(Row.of("POST whose body nobody reads, closing", Row.post("/nothing", "Connection: Close\r\n", "{}"),
                404, Then.CLOSES));
        rows.add(Row.of("an empty line before", "\r\n" + Row.get("/api/estate/1", ""), 200, Then.STAYS));
        rows.add(Row.of("two empty lines before", "\r\n\r\n" + Row.get("/api/estate/1", ""), 200, Then.STAYS));
        rows.add(Row.of("an empty line after a body", Row.post("/api/estate/req_doc/1", "", "{\"email\":\"a@b\"}")
                + "\r\n", 200, Then.STAYS));
        rows.add(Row.of("an empty line before a HEAD", "\r\n" + Row.request("HEAD", "/api/estate/1", "", ""), 200,
                Then.STAYS));
        rows.add(Row.of("an absolute target", Row.get("http://isuumo/api/estate/1", ""), 200, Then.STAYS));
        return rows;
    }

    private static Row row(String path, String connection, int status, Then then) {
        return Row.of(path + " with Connection: " + connection.replace("\r\n", ", then "), Row.get(path, "Connection: "
                + connection + "\r\n"), status, then);
    }
}

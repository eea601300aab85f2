package isuumo.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.testing.Answer;
import isuumo.testing.Http;
import isuumo.testing.Integration;
import isuumo.testing.RawHttp;
import isuumo.testing.Rows;
import isuumo.testing.TestServer;
import isuumo.testing.Upload;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every path: unknown ones, wrong methods, malformed requests, sizes, closing, and the operator's pages. */
@ExtendWith(Integration.class)
class ProtocolIT {
    private static final int MAX_JSON_BYTES = 64 << 10;

    private final Http http;
    private final int port;

    ProtocolIT(TestServer server) {
        http = server.http();
        port = server.port();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api", "/api/", "/api/chair/", "/api/chairs", "/api/chair/1/2",
            "/api/chair/buy/", "/api/chair/buy/1/2", "/api/estate/search/conditions", "/initialize/now", "/API/chair/1",
            "/api/recommended_estate", "/index.html", "/healthz", "/version", "/metrics", "/cluster/report",
            "/../etc/passwd"})
    void anUnknownPathIs404(String path) throws IOException {
        for (String method : List.of("GET", "POST", "DELETE")) {
            assertStatus(404, raw(method + " " + path + " HTTP/1.1"));
        }
    }

    @ParameterizedTest
    @CsvSource({"POST,/api/chair/1,GET", "DELETE,/api/chair/1,GET", "PUT,/api/chair/1,GET",
            "POST,/api/chair/search,GET", "POST,/api/chair/low_priced,GET", "POST,/api/chair/search/condition,GET",
            "GET,/api/chair/buy/1,POST", "GET,/api/chair,POST", "PUT,/api/chair,POST", "POST,/api/estate/1,GET",
            "POST,/api/estate/search,GET", "POST,/api/estate/low_priced,GET", "POST,/api/estate/search/condition,GET",
            "GET,/api/estate/req_doc/1,POST", "GET,/api/estate,POST", "PUT,/api/estate/nazotte,POST",
            "POST,/api/recommended_estate/1,GET", "GET,/initialize,POST"})
    void aWrongMethodIs405WithTheRightOne(String method, String path, String allowed) {
        Answer answer = http.send(method, path, null, BodyPublishers.noBody()).expectError(405);
        assertEquals(allowed.equals("GET") ? "GET, HEAD" : allowed,
                answer.headers().firstValue("Allow").orElse("none"));
    }

    /** The reference answers so, too. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/estate/nazotte", "/api/estate/req_doc", "/api/chair/buy"})
    void aWordInTheIdsPlaceIs400(String path) {
        http.get(path).expectError(400);
    }

    @Test
    void encodedBytesThatAreNoUtf8MatchNothing() {
        http.get("/api/chair/%C3%28").expectError(400);
        http.get("/api/chair/search?kind=%E3%81&page=0&perPage=1").expectJson("{\"count\":0,\"chairs\":[]}");
    }

    /** Else a proxy that lets /api/ through would let these through to anything. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/..;/initialize", "/api/chair/..;x/../../initialize", "/api/chair/1;x=1", "/;"})
    void aSemicolonInThePathIs400(String target) throws IOException {
        assertStatus(400, raw("GET " + target + " HTTP/1.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/chair/%", "/api/chair/%zz", "/api/chair/%4",
            "/api/chair/search?kind=%zz&page=0&perPage=1", "/api/chair/search?kind=%&page=0&perPage=1",
            "/api/estate/search?features=%G0&page=0&perPage=1",
            "/api/estate/search?rentRangeId=1&page=%3&perPage=1", "/%zz"})
    void malformedPercentEncodingIs400(String target) throws IOException {
        assertStatus(400, raw("GET " + target + " HTTP/1.1"));
    }

    private String raw(String requestLine) throws IOException {
        try (RawHttp connection = new RawHttp(port)) {
            return connection.send(requestLine + "\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n").readAnswer();
        }
    }

    private static void assertStatus(int status, String answer) {
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        assertTrue(answer.contains("\r\n\r\n{\"error\":\""), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/chair/buy/3000001", "/api/estate/req_doc/1", "/api/estate/nazotte"})
    void aJsonBodyOver64KibibytesIs413DeclaredOrChunked(String path) {
        if (path.contains("chair")) {
            http.post("/api/chair", Upload.chairs(List.of(Rows.stock(Rows.chair(3_000_001), 2)))).expectEmpty(201);
        }
        String json = "{\"email\":\"a@b\",\"coordinates\":[{\"latitude\":1,\"longitude\":1},"
                + "{\"latitude\":1,\"longitude\":2},{\"latitude\":2,\"longitude\":2},{\"latitude\":1,\"longitude\":1}]}";
        String full = json + " ".repeat(MAX_JSON_BYTES - json.length());
        http.postJson(path, full).expect(200);
        http.postJson(path, full + " ").expectError(413);
        byte[] chunked = (full + " ".repeat(200_000)).getBytes(StandardCharsets.US_ASCII);
        http.postChunked(path, "application/json", chunked).expectError(413);
        http.postChunked(path, "application/json", full.getBytes(StandardCharsets.US_ASCII)).expect(200);
        http.get("/api/estate/1").expect(200);
    }

    @ParameterizedTest
    @CsvSource({"GET,/api/estate/1,200", "GET,/api/estate/0,404", "GET,/api/estate/x,400", "GET,/nothing,404",
            "GET,/api/chair,405", "POST,/api/estate/nazotte,400"})
    void aConnectionIsClosedWhenTheClientAsks(String method, String path, int status) throws IOException {
        try (RawHttp connection = new RawHttp(port)) {
            String answer = connection.send(method + " " + path
                    + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                    .readUntilClosed();
            assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
            assertTrue(answer.endsWith("}"), answer);
        }
    }

    /** No answer, since nobody waits for one, and no line in the log. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 30\r\n\r\n{\"email\":", "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"e"})
    void aClientMayLeaveInTheMiddleOfItsBody(String rest) throws IOException {
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler handler = new StreamHandler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry.getLevel() + " " + entry.getMessage());
            }
        };
        Logger root = Logger.getLogger("");
        root.addHandler(handler);
        try (RawHttp connection = new RawHttp(port)) {
            String answer = connection.send("POST /api/chair/buy/1 HTTP/1.1\r\nHost: localhost\r\n" + rest).leave()
                    .readUntilClosed();
            assertEquals("", answer);
        } finally {
            root.removeHandler(handler);
        }
        assertEquals(List.of(), logged);
    }

    @Test
    void aConnectionIsKeptAcrossAnswersOfEveryKind() throws IOException {
        try (RawHttp connection = new RawHttp(port)) {
            for (String path : List.of("/api/estate/1", "/api/estate/0", "/api/estate/x", "/nothing", "/api/chair",
                    "/api/chair/search", "/api/estate/1")) {
                String answer = connection.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").readAnswer();
                assertFalse(answer.toLowerCase().contains("connection: close"), answer);
            }
        }
    }

    @Test
    void requestsMayBePipelined() throws IOException {
        try (RawHttp connection = new RawHttp(port)) {
            connection.send("GET /api/estate/1 HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(3));
            String first = connection.readAnswer();
            assertTrue(first.contains("{\"id\":1,"), first);
            assertTrue(connection.readAnswer().contains("{\"id\":1,"));
            assertTrue(connection.readAnswer().contains("{\"id\":1,"));
        }
    }

    @Test
    void initializeTellsTheLanguage() {
        http.post("/initialize").expectJson("{\"language\":\"java\"}");
    }
}

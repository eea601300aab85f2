package isuumo.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.Settings;
import isuumo.table.ChairRow;
import isuumo.testing.Answer;
import isuumo.testing.BuildDirectory;
import isuumo.testing.Http;
import isuumo.testing.Integration;
import isuumo.testing.RawHttp;
import isuumo.testing.Rows;
import isuumo.testing.TestData;
import isuumo.testing.TestDatabase;
import isuumo.testing.TestServer;
import isuumo.testing.Upload;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of chairs and homes, as a machine sees them that runs no scripts. */
@ExtendWith(Integration.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ItemPagesIT {
    private static final String PAGE = "<title>ISUUMO</title>";
    private static final int ID = 991_000;

    private TestServer server;
    private Http http;

    @BeforeAll
    void start(TestDatabase database) throws Exception {
        Path site = BuildDirectory.resolve("item-pages/site");
        Files.createDirectories(site);
        Files.writeString(site.resolve("index.html"), PAGE);
        Files.writeString(site.resolve("site.json"), "{\"tileUrl\":\"\"}");
        Settings plain = TestServer.settings(database.account(), database.account(), TestData.get().directory());
        server = TestServer.start(new Settings(plain.profile(), plain.host(), 0, 0, plain.dataDirectory(),
                Optional.of(site), plain.primary(), plain.replica(), plain.feed(), plain.cluster(), plain.catalogFile(),
                plain.uploads(), plain.turns(), 0, 10, 10)).initialize();
        http = server.http();
    }

    @AfterAll
    void stop() {
        http.post("/initialize").expect(200);
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"/chair/1, 1", "/chair/007, 7", "/chair/1/, 1", "/chair/%31?lang=en, 1"})
    void theAddressOfAChairHasThatChair(String address, int id) {
        Answer answer = http.get(address).expect(200);
        assertEquals("text/html; charset=UTF-8", answer.headers().firstValue("Content-Type").orElse(""));
        assertTrue(answer.text().startsWith("<title>" + TestData.get().chair(id).name() + " | ISUUMO</title>"),
                answer::text);
        assertTrue(answer.text().contains("\"http://127.0.0.1:" + server.port() + "/chair/" + id + "\""), answer::text);
        assertTrue(answer.headers().firstValue("Content-Security-Policy").isPresent());
    }

    @Test
    void theAddressOfAHomeHasThatHome() {
        assertTrue(http.get("/estate/3").expect(200).text().contains(TestData.get().estate(3).name()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/chair/0", "/chair/29501", "/chair/-1", "/chair/x", "/chair/1e3", "/chair/1%0a",
            "/chair/1/2",
            "/chair/4294967297", "/chair/99999999999999999999", "/estate/0", "/estate/saved", "/estate/%EF%BC%91"})
    void whatIsNoItemIsThePageWithoutOneAnd404(String address) {
        Answer answer = http.with("If-None-Match", "*").get(address).expect(404);
        assertEquals(PAGE, answer.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/chair/search", "/chair/fit", "/chair/saved", "/estate/search", "/estate/draw/",
            "/chair/compare", "/estate/compare?ids=1,2"})
    void theSitesOtherPagesAreAsBuilt(String address) {
        assertEquals(PAGE, http.get(address).expect(200).text());
    }

    @Test
    void aChairThatIsSoldOutIs404FromThenOn() {
        ChairRow chair = Rows.described(Rows.chair(ID), "<b>\"椅子\"&amp;</b>", "");
        http.post("/api/chair", Upload.chairs(List.of(chair))).expectEmpty(201);
        Answer before = http.get("/chair/" + ID).expect(200);
        assertTrue(before.text().contains("<title>&lt;b&gt;&quot;椅子&quot;&amp;amp;&lt;/b&gt; | ISUUMO</title>"),
                before::text);
        String etag = before.headers().firstValue("ETag").orElseThrow();
        assertEquals("no-cache", before.headers().firstValue("Cache-Control").orElse(""));
        assertEquals(0, http.with("If-None-Match", etag).get("/chair/" + ID).expect(304).body().length);
        http.buy(ID).expectEmpty(200);
        assertEquals(PAGE, http.with("If-None-Match", etag).get("/chair/" + ID).expect(404).text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void aPageIsReadOnly(String method) {
        http.send(method, "/chair/1", null, BodyPublishers.noBody()).expectError(404);
    }

    @Test
    void aNameThatIsNoNameIsNotRepeated() throws IOException {
        for (Map.Entry<String, Boolean> host : Map.of("shop.example:8443", true, "a\\\"b", false).entrySet()) {
            assertEquals(host.getValue(), rawPage(host.getKey()).contains("http://" + host.getKey() + "/chair/1"));
        }
    }

    private String rawPage(String host) throws IOException {
        try (RawHttp connection = new RawHttp(server.port())) {
            connection.send("GET /chair/1 HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
            return connection.next(false).orElseThrow().body();
        }
    }
}

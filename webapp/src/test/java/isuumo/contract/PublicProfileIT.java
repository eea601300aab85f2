package isuumo.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import isuumo.Profile;
import isuumo.Settings;
import isuumo.testing.Http;
import isuumo.testing.Integration;
import isuumo.testing.RawHttp;
import isuumo.testing.Rows;
import isuumo.testing.TestData;
import isuumo.testing.TestDatabase;
import isuumo.testing.TestServer;
import isuumo.testing.Upload;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On the open internet: who may upload and reset, and what pages of other sites may make a browser send. */
@ExtendWith(Integration.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicProfileIT {
    private static final String CREDENTIAL = "only operators know";
    private static final int ID = 990_000;

    private TestServer server;
    private Http stranger;
    private Http operator;

    @BeforeAll
    void start(TestDatabase database) throws Exception {
        Settings contest = TestServer.settings(database.account(), database.account(), TestData.get().directory());
        server = TestServer.start(new Settings(new Profile(Optional.of(CREDENTIAL)), contest.host(), 0, 0,
                contest.dataDirectory(), contest.siteDirectory(), contest.primary(), contest.replica(), contest.feed(),
                contest.cluster(), contest.catalogFile(), contest.uploads(), contest.turns(), 0, 10, 10));
        stranger = server.http();
        operator = stranger.with("Authorization", "Bearer " + CREDENTIAL);
        operator.post("/initialize").expect(200);
    }

    @AfterAll
    void stop() {
        operator.post("/initialize").expect(200);
        server.close();
    }

    @Test
    void whoHasTheCredentialUploadsAndResets() {
        operator.post("/api/chair", Upload.chairs(List.of(Rows.chair(ID)))).expectEmpty(201);
        operator.post("/api/estate", Upload.estates(List.of(Rows.estate(ID)))).expectEmpty(201);
        stranger.get("/api/chair/" + ID).expect(200);
        operator.post("/initialize").expect(200);
        stranger.get("/api/chair/" + ID).expectError(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer only operators kno", "Bearer only operators knows",
            "bearer only operators know", "Basic only operators know", "only operators know"})
    void nobodyElseDoes(String authorization) {
        Http http = authorization.isEmpty() ? stranger : stranger.with("Authorization", authorization);
        http.post("/initialize").expectError(403);
        http.post("/api/chair", Upload.chairs(List.of(Rows.chair(ID + 1)))).expectError(403);
        http.post("/api/estate", Upload.estates(List.of(Rows.estate(ID + 1)))).expectError(403);
        stranger.get("/api/chair/" + (ID + 1)).expectError(404);
        stranger.get("/api/estate/" + (ID + 1)).expectError(404);
    }

    @Test
    void aStrangersUploadIsRefusedBeforeItsBodyComes() throws Exception {
        for (String path : List.of("/api/chair", "/api/estate", "/initialize")) {
            try (RawHttp connection = new RawHttp(server.port())) {
                String answer = connection.send("POST " + path + " HTTP/1.1\r\nHost: isuumo\r\n"
                        + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 8000000\r\n\r\n")
                        .readAnswer();
                assertEquals("HTTP/1.1 403 Forbidden", answer.lines().findFirst().orElse(""), path);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
            "same-origin, -, 200", "none, -, 200", "-, -, 200", "cross-site, -, 403", "same-site, -, 403",
            "cross-site, OWN, 403", "same-origin, https://evil.example, 200", "-, OWN, 200", "-, null, 403",
            "-, https://evil.example, 403", "-, http://127.0.0.1:1, 403", "-, http://127.0.0.1.evil.example, 403",
            "-, evil, 403", "nonsense, -, 403"})
    void aPostComesFromOwnPages(String site, String origin, int status) {
        Http http = site == null ? stranger : stranger.with("Sec-Fetch-Site", site);
        if (origin != null) {
            http = http.with("Origin", origin.replace("OWN", "http://127.0.0.1:" + server.port()));
        }
        String email = "{\"email\":\"a@example.com\"}";
        assertEquals(status, http.postJson("/api/estate/req_doc/1", email).status());
        assertEquals(status, http.postJson("/api/chair/buy/1", email).status());
        assertEquals(status, http.with("Authorization", "Bearer " + CREDENTIAL).post("/initialize").status());
        assertEquals(200, http.get("/api/estate/1").status(), "a page may lead here");
    }

    @Test
    void whatOperatorsAskIsOnAnotherPort() {
        stranger.send("GET", "/metrics", null, BodyPublishers.noBody()).expectError(404);
        operator.get("/metrics").expectError(404);
        server.operators().get("/healthz").expect(200);
    }
}

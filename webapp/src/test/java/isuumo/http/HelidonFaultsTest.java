package isuumo.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import isuumo.testing.RawHttp;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What Helidon does wrong by itself, and we put right. A test that fails here means that this release of Helidon does it right:
 * take out what its message names.
 */
@Timeout(30)
class HelidonFaultsTest {
    private static final String HOST = " HTTP/1.1\r\nHost: isuumo\r\n";
    private static final String CHUNKED = "POST /read" + HOST + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String NEXT = "GET /next" + HOST + "Connection: close\r\n\r\n";

    private WebServer server;

    @BeforeEach
    void start() {
        server = WebServer.builder().address(InetAddress.getLoopbackAddress()).port(0).useNio(false).shutdownHook(false)
                .addRouting(HttpRouting.builder()
                        .get("/next", (_, response) -> response.send("next"))
                        .get("/query", (request, response) -> response.send(request.query().get("x").getBytes(
                                StandardCharsets.UTF_8)))
                        .get("/unchanged", (_, response) -> response.status(Status.NOT_MODIFIED_304).send())
                        .post("/read", (request, response) -> response.send(request.content().as(byte[].class)))
                        .post("/unread", (_, response) -> response.status(Status.NOT_FOUND_404).send("unread"))
                        .any("/any", (_, response) -> response.send("body")))
                .build().start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    /** What it answers, until it closes the connection or nothing more can come. */
    private String answers(String requests) throws IOException {
        try (RawHttp connection = new RawHttp(server.port())) {
            return connection.send(requests).leave().readUntilClosed();
        }
    }

    private static void assertFault(boolean isThere, String remedy, String answers) {
        assertTrue(isThere, () -> "Helidon does this right by now: " + remedy + "; it answered " + answers);
    }

    @Test
    void whatIsRightIsAnsweredRight() throws IOException {
        String answers = answers(CHUNKED + "2\r\nab\r\n0\r\n\r\n" + NEXT);
        assertTrue(answers.contains("\r\n\r\nab") && answers.endsWith("\r\n\r\nnext"), answers);
        assertEquals(2, answers.split("HTTP/1.1 200").length - 1);
    }

    @Test
    void theBodyOfAHeadIsSent() throws IOException {
        String answers = answers("HEAD /any" + HOST + "\r\n");
        assertFault(answers.endsWith("body"), "take HEAD out of AnswerWriter and RequestReader", answers);
    }

    @Test
    void notModifiedHasALength() throws IOException {
        String answers = answers("GET /unchanged" + HOST + "\r\n");
        assertFault(answers.contains("304 ") && answers.contains("Content-Length: 0"), "take 304 out of AnswerWriter",
                answers);
    }

    /** https://github.com/helidon-io/helidon/issues/12324 */
    @Test
    void aConnectionStaysOpenThoughItsCloseIsAnnounced() throws IOException {
        String answers = answers("GET /any" + HOST + "Connection: close\r\n\r\n" + NEXT);
        assertFault(answers.contains("Connection: close") && answers.endsWith("next"),
                "take the close out of RequestRules", answers);
    }

    @Test
    void anExpectedBodyThatNobodyReadsIsTakenForARequest() throws IOException {
        String answers = answers("POST /unread" + HOST + "Expect: 100-continue\r\nContent-Length: " + NEXT.length()
                + "\r\n\r\n" + NEXT);
        assertFault(answers.endsWith("next"), "take continueSent out of RequestRules", answers);
    }

    @Test
    void aChunkWithAnExtensionFails() throws IOException {
        String answers = answers(CHUNKED + "2;a=b\r\nab\r\n0\r\n\r\n" + NEXT);
        assertFault(!answers.contains("\r\n\r\nab"), "take chunks' extensions out of RequestReader", answers);
    }

    @Test
    void aTrailerFails() throws IOException {
        String answers = answers(CHUNKED + "2\r\nab\r\n0\r\nX: y\r\n\r\n" + NEXT);
        assertFault(!answers.contains("\r\n\r\nab"), "take trailers out of RequestReader", answers);
    }

    @Test
    void twoBytesBehindAChunkArePassedOverWhateverTheyAre() throws IOException {
        String answers = answers(CHUNKED + "2\r\nab??0\r\n\r\n" + NEXT);
        assertFault(answers.contains("\r\n\r\nab"), "take readBuffer out of RequestReader", answers);
    }

    @Test
    void aSizeThatIsNoneIsAFaultOfTheServer() throws IOException {
        String answers = answers(CHUNKED + "zz\r\n\r\n");
        assertFault(!answers.startsWith("HTTP/1.1 400"), "take the check of sizes out of RequestReader", answers);
    }

    @Test
    void rawCharactersOfAQueryAreRefused() throws IOException {
        String answers = answers("GET /query?x=[" + HOST + "Connection: close\r\n\r\n");
        assertFault(answers.startsWith("HTTP/1.1 400"), "take the ASCII characters out of RequestLine", answers);
    }

    @Test
    void utf8OfAQueryIsRefused() throws IOException {
        String answers = answers("GET /query?x=椅" + HOST + "Connection: close\r\n\r\n");
        assertFault(!answers.endsWith("椅"), "take UTF-8 out of RequestLine", answers);
    }

    @Test
    void anEmptyLineBeforeARequestIsRefused() throws IOException {
        String answers = answers("\r\n" + NEXT);
        assertFault(!answers.endsWith("next"), "take empty lines out of RequestReader", answers);
    }
}

package isuumo.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.webserver.WebServer;
import isuumo.outcome.Outcome;
import isuumo.testing.Answer;
import isuumo.testing.EveryLogLine;
import isuumo.testing.Http;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a client is told of a request that was neither done nor refused. */
class RoutesTest {
    private static final String PATH = "/api/chair/1";

    private WebServer server;

    @AfterEach
    void stop() {
        server.stop();
    }

    private Answer answered(Outcome outcome) throws Exception {
        Routes routes = new Routes((_, handler) -> handler).post(PATH, (_, _) -> {
            throw outcome;
        });
        server = WebServer.builder().address(InetAddress.getLoopbackAddress()).port(0).routing(routes.build()).build()
                .start();
        return new Http(server.port()).postJson(PATH, "{}");
    }

    private static void assertTold(Answer answer, int status, String sentence) {
        answer.expectError(status);
        assertEquals(sentence, answer.json().get("error").textValue());
    }

    @Test
    void whatNobodyKnowsIsToBeLookedAt() throws Exception {
        Answer answer = answered(new Outcome.Unknown("gone", new IllegalStateException()));
        assertTold(answer, 500, "This may have been done, so look before you try again: gone");
        assertTrue(answer.headers().firstValue("Isuumo-Not-Begun").isEmpty());
        assertTrue(answer.headers().firstValue("Retry-After").isEmpty());
    }

    /** The text of a fault, and the path, may be the client's: neither makes a line of the log of its own, or a long one. */
    @Test
    void aFaultIsLoggedInLinesOfBoundedLength() throws Exception {
        String path = "/x/a%0AINFO%20all%20is%20well%0D%1B%5B31m" + "x".repeat(3_000);
        Routes routes = new Routes((_, handler) -> handler).get("/x/{id}", (request, _) -> {
            throw new IllegalStateException(request.path().path(), new IllegalArgumentException(request.path().path()));
        });
        server = WebServer.builder().address(InetAddress.getLoopbackAddress()).port(0).routing(routes.build()).build()
                .start();
        try (EveryLogLine log = new EveryLogLine()) {
            Answer answer = new Http(server.port()).get(path).expectError(500);
            assertTrue(answer.body().length < 1_000, answer::text);
            List<String> lines = log.lines();
            assertTrue(lines.getFirst().startsWith("SEVERE GET /x/a?INFO all is well??[31mxxx"), lines::toString);
            assertTrue(lines.stream().anyMatch(line -> line.startsWith("\tat ")), "where it happened is there");
            assertTrue(
                    lines.stream().skip(1)
                            .allMatch(line -> line.matches("(Caused by: )?java\\..*|\t(at|\\.\\.\\.) .*")),
                    lines::toString);
            assertTrue(lines.stream().allMatch(line -> line.length() < 500), lines::toString);
        }
    }

    @Test
    void whatWasNotBegunMayBeSentAgainByAnybody() throws Exception {
        Answer answer = answered(new Outcome.NotBegun("a reason\r\nof 二 lines"));
        assertTold(answer, 503, "Nothing was done, so try again: a reason\r\nof 二 lines");
        assertEquals("true", answer.headers().firstValue("Isuumo-Not-Begun").orElse(""));
        assertEquals("1", answer.headers().firstValue("Retry-After").orElse(""));
    }
}

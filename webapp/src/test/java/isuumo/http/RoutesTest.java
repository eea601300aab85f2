package isuumo.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.webserver.WebServer;
import isuumo.outcome.Outcome;
import isuumo.testing.Answer;
import isuumo.testing.Http;
import java.net.InetAddress;
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

    @Test
    void whatWasNotBegunMayBeSentAgainByAnybody() throws Exception {
        Answer answer = answered(new Outcome.NotBegun("a reason\r\nof 二 lines"));
        assertTold(answer, 503, "Nothing was done, so try again: a reason\r\nof 二 lines");
        assertEquals("true", answer.headers().firstValue("Isuumo-Not-Begun").orElse(""));
        assertEquals("1", answer.headers().firstValue("Retry-After").orElse(""));
    }
}

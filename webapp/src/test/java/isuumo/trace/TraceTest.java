package isuumo.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.webserver.WebServer;
import isuumo.http.Routes;
import isuumo.metrics.Metrics;
import isuumo.testing.Http;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TraceTest {
    private static final long START = -7;
    private static final long MILLI = 1_000_000;

    private final Trace trace = new Trace(START);

    @Test
    void aSlowRequestTellsItsStagesWithoutThoseThatTookNextToNothing() {
        trace.note("turn", START + 99_999);
        trace.note("pool", START + 2 * MILLI);
        trace.note("statements", START + 3 * MILLI);
        trace.note("pool", START + 5 * MILLI);
        trace.note("commit", START + 25 * MILLI);
        assertEquals(Optional.of("pool;dur=4.0, statements;dur=1.0, commit;dur=20.0"),
                trace.told(START + 25 * MILLI + 99_999));
    }

    @Test
    void whatNobodyNotedIsTheAnswers() {
        assertEquals(Optional.of("answer;dur=5.1"), trace.told(START + 5 * MILLI + 100_000));
    }

    /** So that the header costs a run next to nothing. */
    @Test
    void aQuickRequestTellsNothing() {
        trace.note("pool", START + 2 * MILLI);
        assertEquals(Optional.empty(), trace.told(START + 5 * MILLI));
    }

    @Test
    void theAnswerHasIt() throws Exception {
        Trace.reached("elsewhere"); // than where a request is served nothing is noted
        Metrics metrics = new Metrics();
        Routes routes = new Routes((path, handler) -> metrics.route(path).timed(handler)).get("/", (_, response) -> {
            TimeUnit.MILLISECONDS.sleep(20);
            Trace.reached("commit");
            response.send();
        });
        WebServer server = WebServer.builder().address(InetAddress.getLoopbackAddress()).port(0)
                .routing(routes.build()).build().start();
        try {
            String told = new Http(server.port()).get("/").headers().firstValue("Server-Timing").orElse("nothing");
            assertTrue(told.matches("commit;dur=\\d{2,}\\.\\d(, answer;dur=.*)?"), told);
        } finally {
            server.stop();
        }
    }
}

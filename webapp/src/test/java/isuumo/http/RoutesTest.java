package isuumo.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.Handler;
import isuumo.testing.Answer;
import isuumo.testing.Http;
import java.net.InetAddress;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a client is told when the database fails under a route. */
class RoutesTest {
    private static final String PATH = "/api/chair/1";

    private WebServer server;

    @AfterEach
    void stop() {
        server.stop();
    }

    private Http serve(Routes routes) throws Exception {
        server = WebServer.builder().address(InetAddress.getLoopbackAddress()).port(0).routing(routes.build()).build()
                .start();
        return new Http(server.port());
    }

    private static Routes routes() {
        return new Routes((_, handler) -> handler);
    }

    private static Handler failing(String sqlState) {
        return (_, _) -> {
            throw new SQLException("gone", sqlState);
        };
    }

    private static void assertTold(String expected, Answer answer) {
        assertEquals(500, answer.status());
        assertTrue(answer.text().contains(expected), answer::text);
    }

    /** The server may have committed before the connection broke. */
    @Test
    void aWriteWhoseConnectionBrokeMayHaveBeenDone() throws Exception {
        assertTold("may have been done", serve(routes().post(PATH, failing("08S01"))).postJson(PATH, "{}"));
    }

    @Test
    void aWriteThatTheDatabaseRefusedWasNotDone() throws Exception {
        assertTold("The database failed: gone", serve(routes().post(PATH, failing("40001"))).postJson(PATH, "{}"));
    }

    @Test
    void aReadChangesNothing() throws Exception {
        assertTold("The database failed: gone", serve(routes().get(PATH, failing("08S01"))).get(PATH));
    }
}

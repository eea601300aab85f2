package isuumo.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import isuumo.testing.RawHttp;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ConnectionThreadsTest {
    private static final String ASK = "GET / HTTP/1.1\r\nHost: isuumo\r\n\r\n";
    /** Longer than any test may take: only a stop that ends idle connections by itself is done before. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private WebServer server;
    private int port;

    @AfterEach
    void stop() {
        server.stop();
    }

    private void serve(int maxThreads) {
        server = WebServer.builder().address(InetAddress.getLoopbackAddress()).port(0).useNio(false)
                .addConnectionSelector(new ConnectionThreads(maxThreads)).protocolsDiscoverServices(false)
                .shutdownGracePeriod(GRACE).shutdownHook(false).addRouting(routing()).build().start();
        port = server.port();
    }

    private HttpRouting.Builder routing() {
        return HttpRouting.builder()
                .get("/", (_, response) -> response.send(Thread.currentThread().isVirtual() ? "virtual" : "platform"))
                .get("/slow", (_, response) -> {
                    asked.countDown();
                    mayAnswer.await();
                    response.send("done");
                });
    }

    private static void assertThread(String expected, RawHttp connection) throws IOException {
        String answer = connection.send(ASK).readAnswer();
        assertTrue(answer.endsWith(expected), answer);
    }

    @Test
    void connectionsBeyondTheLimitAreServedOnVirtualThreads() throws IOException {
        serve(2);
        try (RawHttp first = connected("platform");
                RawHttp _ = connected("platform");
                RawHttp _ = connected("virtual")) {
            assertThread("platform", first);
        }
    }

    /** Answered before the next one connects: threads are given out in the order in which the server gets round to them. */
    private RawHttp connected(String thread) throws IOException {
        RawHttp connection = new RawHttp(port);
        assertThread(thread, connection);
        return connection;
    }

    @Test
    void aStopEndsIdleConnections() throws IOException {
        serve(2);
        try (RawHttp idle = new RawHttp(port)) {
            assertThread("platform", idle);
            server.stop();
            assertEquals("", idle.readUntilClosed());
        }
    }

    @Test
    void aStopLetsARunningRequestEnd() throws Exception {
        serve(2);
        try (RawHttp busy = new RawHttp(port);
                ExecutorService stopper = Executors.newSingleThreadExecutor()) {
            busy.send("GET /slow HTTP/1.1\r\nHost: isuumo\r\n\r\n");
            asked.await();
            Future<?> stopped = stopper.submit(server::stop);
            while (listens()) {
                Thread.onSpinWait();
            }
            mayAnswer.countDown();
            assertTrue(busy.readAnswer().endsWith("done"));
            stopped.get();
        }
    }

    private boolean listens() {
        try (RawHttp _ = new RawHttp(port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}

package isuumo.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import isuumo.testing.Http;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A peer's forwarding to a writer that is a bare socket. */
class ForwarderTest {
    private static final String SOLD = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    /** A connection that reached the writer's socket just before that closed would be lost with its request. */
    @Test
    void nothingIsSentToAWriterThatParts() throws Exception {
        var parts = new AtomicBoolean(true);
        try (ServerSocket writer = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Topology topology = new Topology(
                    Topology.hosts("isu1=127.0.0.1:" + writer.getLocalPort() + ",isu2=127.0.0.1:1"), "isu2", "isu1",
                    Duration.ofSeconds(1), Duration.ofSeconds(1), Optional.empty());
            Forwarder forwarder = new Forwarder(topology, parts::get);
            WebServer peer = WebServer.builder().address(InetAddress.getLoopbackAddress()).port(0)
                    .routing(HttpRouting.builder().post("/api/chair/buy/1", forwarder::forward)).build().start();
            try {
                var bought = CompletableFuture.supplyAsync(() -> new Http(peer.port()).buy(1));
                writer.setSoTimeout(300);
                assertThrows(SocketTimeoutException.class, writer::accept);
                parts.set(false);
                writer.setSoTimeout(10_000);
                answer(writer, SOLD);
                assertEquals(200, bought.get().status());
            } finally {
                peer.stop();
                forwarder.close();
            }
        }
    }

    private static void answer(ServerSocket writer, String text) throws IOException {
        try (Socket connection = writer.accept()) {
            connection.getInputStream().read();
            connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            connection.shutdownOutput();
            connection.getInputStream().readAllBytes();
        }
    }
}

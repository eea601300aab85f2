package isuumo.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.webserver.WebServer;
import isuumo.http.Routes;
import isuumo.testing.Answer;
import isuumo.testing.Http;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A peer's forwarding to a writer that is a bare socket. */
class ForwarderTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String SOLD = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    private static final String NOT_BEGUN = "HTTP/1.1 503 Service Unavailable\r\nIsuumo-Not-Begun: true\r\n"
            + "Content-Length: 2\r\n\r\n{}";
    private static final String UNKNOWN = "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 2\r\n\r\n{}";

    private final AtomicBoolean parts = new AtomicBoolean();
    private ServerSocket writer;
    private Forwarder forwarder;
    private WebServer peer;

    @BeforeEach
    void start() throws Exception {
        writer = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        writer.setSoTimeout(60_000);
        Topology topology = new Topology(
                Topology.hosts("isu1=127.0.0.1:" + writer.getLocalPort() + ",isu2=127.0.0.1:1"), "isu2", "isu1",
                Duration.ofSeconds(1), Duration.ofSeconds(1), SECRET, Optional.empty(), false);
        forwarder = new Forwarder(topology, () -> "isu1",
                () -> parts.get() ? Optional.of("it has parted") : Optional.empty());
        Routes routes = new Routes((_, handler) -> handler).post("/api/chair/buy/{id}", forwarder::forward);
        peer = WebServer.builder().address(InetAddress.getLoopbackAddress()).port(0).routing(routes.build()).build()
                .start();
    }

    @AfterEach
    void stop() throws IOException {
        peer.stop();
        forwarder.close();
        writer.close();
    }

    private CompletableFuture<Answer> buy() {
        return CompletableFuture.supplyAsync(() -> new Http(peer.port()).buy(1));
    }

    /** A connection that reached the writer's socket just before that closed would be lost with its request. */
    @Test
    void nothingIsSentToAWriterThatParts() throws Exception {
        parts.set(true);
        var bought = buy();
        writer.setSoTimeout(300);
        assertThrows(SocketTimeoutException.class, writer::accept);
        parts.set(false);
        writer.setSoTimeout(10_000);
        answer(SOLD);
        assertEquals(200, bought.get().status());
    }

    @Test
    void whatWasNotBegunIsSentAgain() throws Exception {
        var bought = buy();
        answer(NOT_BEGUN);
        answer(NOT_BEGUN);
        answer(SOLD);
        assertEquals(200, bought.get().status());
    }

    @Test
    void whatMayHaveBeenDoneIsNotSentAgain() throws Exception {
        var told = buy();
        answer(UNKNOWN);
        assertEquals("{}", told.get().expect(500).text());
        var lost = buy();
        answer("");
        String text = lost.get().expectError(500).text();
        assertTrue(text.contains("This may have been done, so look before you try again: the writer isu1 was lost"),
                text);
        writer.setSoTimeout(300);
        assertThrows(SocketTimeoutException.class, writer::accept);
    }

    private void answer(String text) throws IOException {
        try (Socket connection = writer.accept()) {
            connection.getOutputStream().write(proven(text, question(connection.getInputStream()))
                    .getBytes(StandardCharsets.ISO_8859_1));
            connection.shutdownOutput();
            connection.getInputStream().readAllBytes();
        }
    }

    private static HostProof.Question question(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        String header = head.toString().lines().filter(line -> line.startsWith(HostProof.HEADER)).findFirst()
                .orElseThrow();
        return HostProof.Question.parse(header.substring(HostProof.HEADER.length() + 2)).orElseThrow();
    }

    /** The answer as a host gives it. */
    private static String proven(String text, HostProof.Question question) {
        if (text.isEmpty()) {
            return text;
        }
        int status = Integer.parseInt(text.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
        String proof = new HostProof(SECRET).answer(question, status);
        return text.replaceFirst("\r\n", "\r\n" + HostProof.HEADER + ": " + proof + "\r\n");
    }

    /** Who does not know the secret may say what it likes: nobody takes it for the writer's answer. */
    @Test
    void anAnswerWithoutAProofIsNotBelieved() throws Exception {
        for (String impostor : List.of(SOLD, NOT_BEGUN, SOLD.replaceFirst("\r\n", "\r\nIsuumo-Host: 0\r\n"))) {
            var bought = buy();
            try (Socket connection = writer.accept()) {
                question(connection.getInputStream());
                connection.getOutputStream().write(impostor.getBytes(StandardCharsets.ISO_8859_1));
                connection.shutdownOutput();
                connection.getInputStream().readAllBytes();
            }
            String text = bought.get().expectError(500).text();
            assertTrue(text.contains("without a proof that it is a host's"), text);
        }
    }
}

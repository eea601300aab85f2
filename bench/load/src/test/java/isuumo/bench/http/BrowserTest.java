package isuumo.bench.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.bench.http.Browser.Lane;
import isuumo.bench.http.TransportException.Kind;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client against a socket that answers scripted bytes. */
final class BrowserTest {
    private static final long SECOND = Duration.ofSeconds(5).toNanos();

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<List<String>> script = new CopyOnWriteArrayList<>();
    private ServerSocket listener;
    private Network network;
    private Browser browser;

    @BeforeEach
    void listen() throws IOException {
        listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        network = network(listener);
        browser = network.first("tester");
    }

    @AfterEach
    void close() throws IOException {
        browser.close();
        network.close();
        listener.close();
    }

    private static Network network(ServerSocket listener) {
        return new Network(List.of(URI.create("http://127.0.0.1:" + listener.getLocalPort())));
    }

    /** Each list is one connection's answers; after the last one the connection is closed. */
    private void serve() {
        try {
            for (int i = 0;; i++) {
                Socket socket = listener.accept();
                List<String> answers = script.get(i);
                Thread.ofVirtual().start(() -> answer(socket, answers));
            }
        } catch (IOException | IndexOutOfBoundsException _) {
            // closed, or nothing more is scripted
        }
    }

    private void answer(Socket socket, List<String> answers) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (String answer : answers) {
                readHead(in);
                for (String piece : answer.split("\\|", -1)) { // a bar is a separate packet
                    socket.getOutputStream().write(piece.getBytes(StandardCharsets.ISO_8859_1));
                    socket.getOutputStream().flush();
                }
            }
        } catch (IOException _) {
            // the client went away
        }
    }

    private void readHead(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed");
            }
            head.write(next);
        }
        requests.add(head.toString());
    }

    private String get() throws TransportException {
        Reply reply = browser.get(Lane.FIRST, "/x?y=1", SECOND);
        return reply.status() + " " + reply.text();
    }

    private Kind failure() {
        return assertThrows(TransportException.class, this::get).kind();
    }

    @Test
    void requestsAreWhatTheContestSends() throws Exception {
        script.add(List.of("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"));
        assertEquals("200 ok", get());
        assertEquals("GET /x?y=1 HTTP/1.1\r\nHost: 127.0.0.1:" + listener.getLocalPort()
                + "\r\nUser-Agent: tester\r\nAccept-Encoding: gzip\r\n\r\n", requests.getFirst());
    }

    @Test
    void answersMayComeInAnyPieces() throws Exception {
        script.add(List.of("HT|TP/1.1 200 OK\r\ncontent-length:| 5\r|\n\r|\nhe|ll|o",
                "HTTP/1.1 404 Not Found\r\nTRANSFER-ENCODING: Chunked\r\n\r\n3\r|\nabc\r\n|1;x=y\r\nd|\r\n0\r\n|\r\n",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n"));
        assertEquals("200 hello", get());
        assertEquals("404 abcd", get());
        assertEquals("201 ", get());
        assertEquals(3, requests.size());
    }

    @Test
    void aConnectionThatTheServerEndsIsOpenedAgain() throws Exception {
        script.add(List.of("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\na"));
        script.add(List.of("HTTP/1.0 200 OK\r\n\r\nuntil the end"));
        script.add(List.of("HTTP/1.1 204 No Content\r\n\r\n"));
        assertEquals("200 a", get());
        assertEquals("200 until the end", get());
        assertEquals("204 ", get());
    }

    @Test
    void aDroppedConnectionIsToldAsSuch() {
        script.add(List.of(""));
        script.add(List.of("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort"));
        assertEquals(Kind.DROPPED, failure());
        assertEquals(Kind.DROPPED, failure());
    }

    @Test
    void nonsenseIsToldAsSuch() {
        script.add(List.of("SSH-2.0-OpenSSH\r\n\r\n"));
        script.add(List.of("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n"));
        script.add(List.of("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\ntoo much"));
        script.add(List.of("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n"));
        script.add(List.of("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc"));
        for (int i = 0; i < 5; i++) {
            assertEquals(Kind.MALFORMED, failure());
        }
    }

    @Test
    void anAnswerThatIsNotCompleteInTimeIsATimeout() {
        script.add(List.of("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", "never asked for"));
        long start = System.nanoTime();
        TransportException e = assertThrows(TransportException.class,
                () -> browser.get(Lane.FIRST, "/", Duration.ofMillis(150).toNanos()));
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertEquals(Kind.TIMEOUT, e.kind());
        assertTrue(millis >= 150, () -> millis + " ms");
    }

    @Test
    void everyByteOnTheWireIsCountedAsItWasSent() throws Exception {
        String packed = new String(gzip("a body that is longer than what is sent, ".repeat(50)),
                StandardCharsets.ISO_8859_1);
        List<String> answers = List.of("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbare",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.length() + "\r\n\r\n" + packed,
                "HTTP/1.1 404 Not Found\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nthe rest is missing");
        script.add(answers);
        assertEquals(Wire.NOTHING, network.wire());
        get();
        get();
        get();
        get();
        assertEquals(Kind.DROPPED, failure());
        long received = answers.stream().mapToInt(String::length).sum();
        long sent = requests.stream().mapToInt(String::length).sum();
        assertEquals(new Wire(received, sent, 3, 1), network.wire());
        script.add(List.of("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
        browser.post(Lane.FIRST, "/x", null, "seven by".getBytes(StandardCharsets.US_ASCII), SECOND);
        Wire posted = network.wire().minus(new Wire(received, sent, 3, 1));
        assertEquals(new Wire("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".length(),
                requests.getLast().length() + 8, 0, 0), posted);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    /** It was closed while idle, for however short a time; a POST may have been done, and is not sent again. */
    @Test
    void aGetOnAClosedConnectionIsSentAgainAndAPostIsNot() throws Exception {
        for (int i = 0; i < 3; i++) {
            script.add(List.of("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n" + i));
        }
        assertEquals("200 0", get());
        assertEquals("200 1", get());
        assertEquals(Kind.DROPPED, assertThrows(TransportException.class,
                () -> browser.post(Lane.FIRST, "/x", null, new byte[0], SECOND)).kind());
        assertEquals("200 2", get());
    }

    @Test
    void anUnknownHostIsToldByItsName() {
        try (Network nowhere = new Network(List.of(URI.create("http://no-such-host.invalid")));
                Browser lost = nowhere.first("t")) {
            TransportException e = assertThrows(TransportException.class, () -> lost.get(Lane.FIRST, "/", SECOND));
            assertEquals(Kind.DROPPED, e.kind());
            assertTrue(e.getMessage().contains("no-such-host.invalid is not known here"), e::getMessage);
        }
    }

    @Test
    void refusedIsDropped() throws Exception {
        // Not the listener: a virtual thread that waits in accept() may keep its socket open after close() returned.
        ServerSocket nobody = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        nobody.close();
        try (Network empty = network(nobody); Browser refused = empty.first("t")) {
            assertEquals(Kind.DROPPED, assertThrows(TransportException.class,
                    () -> refused.get(Lane.FIRST, "/", SECOND)).kind());
        }
    }
}

package isuumo.bench.tell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.bench.data.BadData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutboxTest {
    @TempDir
    private Path directory;

    private final List<String> told = new ArrayList<>();

    private Outbox outbox() {
        return new Outbox(directory.resolve("outbox"), Duration.ofMillis(1));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private long waiting() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("outbox"))) {
            return files.filter(file -> file.getFileName().toString().matches("\\d+")).count();
        }
    }

    @Test
    void nothingWaitsAtFirst() throws Exception {
        assertTrue(outbox().deliver(_ -> {
            throw new AssertionError("a message of nobody's");
        }, told::add));
    }

    @Test
    void oneMessageIsTriedAgainWithinADelivery() throws Exception {
        try (MoodyServer server = new MoodyServer()) {
            Delivery delivery = HttpDelivery.toAddressIn(server.addressIn(directory));
            server.will(503, MoodyServer.HANGS_UP);
            outbox().put(bytes("{\"text\":\"あ\"}"));
            assertTrue(outbox().deliver(delivery, told::add), told::toString);
            assertEquals(List.of("{\"text\":\"あ\"}"), server.taken());
            assertEquals(List.of("POST application/json"), server.types());
            assertEquals(List.of(), told);
            assertEquals(0, waiting());
        }
    }

    @Test
    void whatDoesNotArriveWaitsForTheNextTimeInItsOrder() throws Exception {
        try (MoodyServer server = new MoodyServer()) {
            Delivery delivery = HttpDelivery.toAddressIn(server.addressIn(directory));
            for (String message : List.of("1", "2", "3")) {
                outbox().put(bytes(message));
            }
            server.will(500, 429, 404);
            assertFalse(outbox().deliver(delivery, told::add));
            assertEquals(1, told.size(), told::toString);
            assertTrue(told.getFirst().contains("answers 404; 3 messages wait in " + directory.resolve("outbox")),
                    told::toString);
            assertFalse(told.getFirst().contains("s3cret"), told::toString);
            assertEquals(List.of(), server.taken());
            assertTrue(outbox().deliver(delivery, told::add));
            assertEquals(List.of("1", "2", "3"), server.taken());
        }
    }

    @Test
    void aServiceThatIsAwayIsNotNamed() throws Exception {
        MoodyServer server = new MoodyServer();
        Delivery delivery = HttpDelivery.toAddressIn(server.addressIn(directory));
        server.close();
        outbox().put(bytes("1"));
        assertFalse(outbox().deliver(delivery, told::add));
        assertTrue(told.getFirst().contains("cannot be reached (ConnectException); 1 messages wait"), told::toString);
        assertFalse(told.getFirst().contains("127.0.0.1") || told.getFirst().contains("s3cret"), told::toString);
    }

    @Test
    void aMessageThatNobodyWantsDoesNotHoldUpTheOthers() throws Exception {
        try (MoodyServer server = new MoodyServer()) {
            Delivery delivery = HttpDelivery.toAddressIn(server.addressIn(directory));
            outbox().put(bytes("bad"));
            outbox().put(bytes("good"));
            server.will(400);
            assertFalse(outbox().deliver(delivery, told::add));
            assertEquals(List.of("good"), server.taken());
            assertEquals(0, waiting());
            assertTrue(told.getFirst().contains("answers 400: this message is dropped"), told::toString);
        }
    }

    /** As a delivery stream: every message once, in order, however often the service fails. */
    @Test
    void everythingArrivesOnceAndInOrderAtAServerThatFailsNowAndThen() throws Exception {
        SplittableRandom random = new SplittableRandom(5);
        List<String> sent = IntStream.range(0, 60).mapToObj(Integer::toString).toList();
        try (MoodyServer server = new MoodyServer()) {
            Delivery moody = HttpDelivery.toAddressIn(server.addressIn(directory));
            Delivery delivery = message -> {
                if (random.nextInt(3) > 0) {
                    server.will(List.of(500, 503, MoodyServer.HANGS_UP).get(random.nextInt(3)));
                }
                moody.deliver(message);
            };
            for (String message : sent) {
                outbox().put(bytes(message));
                outbox().deliver(delivery, told::add);
            }
            assertFalse(told.isEmpty(), "it never failed three times in a row");
            while (!outbox().deliver(delivery, told::add)) {
                assertTrue(told.size() < 1_000, "it does not end");
            }
            assertEquals(sent, server.taken());
        }
    }

    @Test
    void itHoldsSoManyAndNoMore() throws Exception {
        for (int i = 0; i < Outbox.MOST + 2; i++) {
            outbox().put(bytes(Integer.toString(i)));
        }
        List<String> arrived = new ArrayList<>();
        assertTrue(outbox().deliver(message -> arrived.add(new String(message, StandardCharsets.UTF_8)), told::add));
        assertEquals(Outbox.MOST, arrived.size());
        assertEquals("2", arrived.getFirst());
    }

    @Test
    void aCommandReadsTheLinesAndTellsByItsExitCode() throws Exception {
        Path copy = directory.resolve("copy");
        byte[] lines = Metric.lines(List.of(new Metric("a.b", 1_700_000_000, 1.5), new Metric("c-d_e", 2, 3)));
        new CommandDelivery("cat > '" + copy + "'").deliver(lines);
        assertEquals("a.b\t1.5\t1700000000\nc-d_e\t3.0\t2\n", Files.readString(copy));
        assertEquals("the command 'exit 3' ended with 3",
                assertThrows(IOException.class, () -> new CommandDelivery("exit 3").deliver(lines)).getMessage());
    }

    @Test
    void whatIsSentIsWhatSuchServicesTake() throws Exception {
        assertEquals("[{\"name\":\"a.b\",\"time\":7,\"value\":1.5}]",
                new String(Metric.json(List.of(new Metric("a.b", 7, 1.5))), StandardCharsets.UTF_8));
        assertEquals("{\"text\":\"1 &lt; 2 &amp; \\\"x\\\"\\n二\"}",
                new String(new ChatMessage("1 < 2 & \"x\"\n二").json(), StandardCharsets.UTF_8));
        assertTrue(assertThrows(BadData.class, () -> new Metric("a b", 1, 1)).getMessage().startsWith("'a b' is no"));
        assertTrue(assertThrows(BadData.class, () -> new Metric("a", 1, Double.NaN)).getMessage().contains("NaN"));
    }

    @Test
    void aFileWithoutAnAddressIsNamedWithoutWhatItHolds() throws IOException {
        Path file = directory.resolve("file");
        assertTrue(assertThrows(BadData.class, () -> HttpDelivery.toAddressIn(file)).getMessage()
                .contains(file + ": unreadable"));
        for (String held : List.of("", "ftp://s3cret/", "s3cret key", "http:s3cret",
                "https://a.example/s3cret\nmore")) {
            Files.writeString(file, held);
            String said = assertThrows(BadData.class, () -> HttpDelivery.toAddressIn(file)).getMessage();
            assertTrue(said.startsWith(file + " holds no address") && !said.contains("s3cret"), said);
        }
    }
}

package isuumo.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import isuumo.cluster.ConsentingHost;
import isuumo.cluster.Topology;
import isuumo.cluster.WriterBarrier;
import isuumo.embedded.ClaimedPort;
import isuumo.table.ChairRow;
import isuumo.testing.Answer;
import isuumo.testing.DatabaseProcess;
import isuumo.testing.EmbeddedHome;
import isuumo.testing.Upload;
import isuumo.testing.Wire.Moment;
import isuumo.testing.WireConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * What becomes of a write when the database, or the way to it, fails at a named moment: the answer says what is true, what is
 * stored is shown, and a second attempt is answered by that. On a database of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutcomesIT {
    /** They are for the log: who is outside learns nothing about the database. */
    private static final Pattern DATABASE_WORDS = Pattern
            .compile("SQL|Exception|[Cc]ommunications|Duplicate|KEY|jdbc|Hikari");
    private static final int FIRST_PORT = 19_240;
    private static final int LAST_PORT = 19_249;
    /** More than it takes to see that a server has started, on a busy machine too. */
    private static final int USED_NUMBERS = 200;

    private static final String HOME = "outcomes";
    private static final int SERVER_ID = 31;
    private static final int PAIRS = 10;
    private static final int ROWS_A_FILE = 300;
    private static final int INITIAL_CHAIR = 2;
    private static final int WHOLE_SECONDS_MILLIS = 2_500;

    private DatabaseProcess database;

    @BeforeAll
    void start() throws Exception {
        database = logging(EmbeddedHome.empty(HOME));
    }

    private static DatabaseProcess logging(EmbeddedHome home) throws Exception {
        return DatabaseProcess.logging(home, SERVER_ID);
    }

    @AfterAll
    void stop() {
        database.close();
    }

    @TestFactory
    Stream<DynamicTest> onOneHost() throws Exception {
        return tests(OutcomeRow.ofOneHost(), OutcomeServer.alone(database.account()));
    }

    @TestFactory
    Stream<DynamicTest> withAChangeFeed() throws Exception {
        return tests(OutcomeRow.ofAChangeFeed(), OutcomeServer.following(database.account()));
    }

    private static Stream<DynamicTest> tests(List<OutcomeRow> rows, OutcomeServer server) {
        return rows.stream().map(row -> dynamicTest(row.write() + ": " + row.name(), () -> check(row, server)))
                .onClose(server::close);
    }

    private static void check(OutcomeRow row, OutcomeServer server) throws Exception {
        int id = row.write().prepare(server);
        Answer answer = row.fault().strike(server, id, () -> row.write().send(server.http(), id));
        assertFalse(server.wire().isArmed(), "nothing has happened to it");
        answer.expect(row.status());
        if (!row.sentence().isEmpty()) {
            assertTold(row.sentence(), answer);
        }
        assertEquals(row.status() == 503 ? "1" : "none", answer.headers().firstValue("Retry-After").orElse("none"));
        assertEquals(row.stored(), row.write().isStored(server, id));
        server.awaitDetail(id, row.write().detail(row.stored()));
        row.write().send(server.http(), id).expect(row.write().second(row.stored()));
    }

    private static void assertTold(String sentence, Answer answer) {
        String text = answer.expectError(answer.status()).json().get("error").textValue();
        assertTrue(text.startsWith(sentence), text);
        assertFalse(DATABASE_WORDS.matcher(text).find(), text);
    }

    @Test
    void twoFilesInOppositeOrder() throws Exception {
        try (OutcomeServer server = OutcomeServer.alone(database.account())) {
            for (int pair = 0; pair < PAIRS; pair++) {
                List<ChairRow> rows = Stream.generate(() -> OutcomeServer.chair(OutcomeServer.newId()))
                        .limit(ROWS_A_FILE).toList();
                List<CompletableFuture<Answer>> answers = Stream.of(rows, rows.reversed())
                        .map(file -> CompletableFuture
                                .supplyAsync(() -> server.http().post("/api/chair", Upload.chairs(file))))
                        .toList();
                assertEquals(Set.of(201, 409),
                        Set.of(answers.getFirst().get().status(), answers.getLast().get().status()));
                server.http().get("/api/chair/" + rows.getFirst().id()).expect(200);
                server.http().get("/api/chair/" + rows.getLast().id()).expect(200);
            }
        }
    }

    @Test
    void theDatabaseCrashesBeforeItsAnswerIsHeard() throws Exception {
        try (OutcomeServer server = OutcomeServer.alone(database.account())) {
            int id = server.newChair(1);
            server.wire().once(Moment.ANSWERED, "update", connection -> {
                database.kill();
                connection.cut();
            });
            assertTold(OutcomeRow.UNKNOWN, server.http().buy(id).expect(500));
            server.http().buy(2).expect(503);
            database = logging(EmbeddedHome.named(HOME));
            server.wire().redirect(database.account().jdbcUrl());
            server.awaitDetail(id, 404);
            server.http().buy(2).expect(200);
        }
    }

    @Test
    void anInitializeThatIsNotCommittedChangesNothing() throws Exception {
        try (OutcomeServer server = OutcomeServer.alone(database.account())) {
            int id = server.newChair(1);
            server.wire().once(Moment.SENT, "commit", WireConnection::cut);
            assertTold(OutcomeRow.UNKNOWN, server.http().post("/initialize").expect(500));
            assertEquals(1, server.stock(id));
            server.http().get("/api/chair/" + id).expect(200);
            server.http().post("/initialize").expect(200);
            server.http().get("/api/chair/" + id).expect(404);
        }
    }

    /** A purchase that is still on its way, and that nobody has found out about, does not come after it. */
    @Test
    void anInitializeEndsLostConnectionsBefore() throws Exception {
        try (OutcomeServer server = OutcomeServer.alone(database.account())) {
            int initial = server.stock(INITIAL_CHAIR);
            AtomicLong thread = new AtomicLong();
            CountDownLatch initialized = new CountDownLatch(1);
            server.wire().once(Moment.SENT, OutcomeRow.UPDATE, connection -> {
                thread.set(connection.thread());
                server.wire().once(Moment.SENT, "kill", _ -> initialized.await()); // of the inquiry
                connection.cutFromClient();
                initialized.await();
            });
            try {
                assertTold(OutcomeRow.UNKNOWN, server.http().buy(INITIAL_CHAIR).expect(500));
                OutcomeServer.await("the inquiry ends nothing", () -> !server.wire().isArmed());
                assertTrue(server.isRunning("id = " + thread));
                server.http().post("/initialize").expect(200);
                assertFalse(server.isRunning("id = " + thread), "it may still buy");
            } finally {
                initialized.countDown();
            }
            assertEquals(initial, server.stock(INITIAL_CHAIR));
        }
    }

    /** The number of a connection to a server that has crashed since is another's, which is left alone. */
    @Test
    void aConnectionOfTheSameNumberOnARestartedServerIsNotEnded() throws Exception {
        for (int used = 0; used < USED_NUMBERS; used++) {
            database.account().connect().close();
        }
        try (OutcomeServer server = OutcomeServer.alone(database.account())) {
            int id = server.newChair(1);
            AtomicLong thread = new AtomicLong();
            server.wire().once(Moment.ANSWERED, OutcomeRow.UPDATE, connection -> {
                thread.set(connection.thread());
                database.kill();
                connection.cut();
            });
            assertTold(OutcomeRow.UNKNOWN, server.http().buy(id).expect(500));
            TimeUnit.MILLISECONDS.sleep(WHOLE_SECONDS_MILLIS); // the server's clock counts those
            database = logging(EmbeddedHome.named(HOME));
            try (Connection other = numbered(thread.get())) {
                server.wire().redirect(database.account().jdbcUrl());
                server.awaitDetail(id, 404);
                assertTrue(other.isValid(1), "ended");
            }
        }
    }

    private Connection numbered(long thread) throws SQLException {
        while (true) {
            Connection connection = database.account().connect();
            try (var statement = connection.createStatement();
                    var number = statement.executeQuery("SELECT CONNECTION_ID()")) {
                number.next();
                assertTrue(number.getLong(1) <= thread, () -> "the next is beyond " + thread);
                if (number.getLong(1) == thread) {
                    return connection;
                }
            }
            connection.close();
        }
    }

    @Test
    void anInitializeWhoseCommitIsNotHeardOfIsShown() throws Exception {
        try (OutcomeServer server = OutcomeServer.alone(database.account())) {
            int id = server.newChair(1);
            server.wire().once(Moment.ANSWERED, "commit", WireConnection::cut);
            assertTold(OutcomeRow.UNKNOWN, server.http().post("/initialize").expect(500));
            server.awaitDetail(id, 404);
        }
    }

    @Test
    void anInitializeThatCannotBuildHealsItself() throws Exception {
        try (OutcomeServer server = OutcomeServer.withReplica(database.account())) {
            int id = server.newChair(1);
            server.replicaWire().once(Moment.SENT, "select @@server_id", WireConnection::cut);
            assertTold(OutcomeRow.UNKNOWN, server.http().post("/initialize").expect(500));
            server.awaitDetail(id, 404);
        }
    }

    /** As when the server stops: the rows are stored, and which of the others show them nobody says. */
    @Test
    void aWaitForTheOtherHostsIsInterrupted() throws Exception {
        try (ClaimedPort port = ClaimedPort.between(FIRST_PORT, LAST_PORT);
                ClaimedPort other = ClaimedPort.between(FIRST_PORT, LAST_PORT)) {
            Topology cluster = new Topology(
                    Topology.hosts("isu1=127.0.0.1:" + port.number() + ",isu2=127.0.0.1:" + other.number()), "isu1",
                    "isu1",
                    Duration.ofMinutes(5), Duration.ofMinutes(10), "0123456789abcdef0123456789abcdef",
                    Optional.empty(), false);
            try (var _ = new ConsentingHost(cluster, other.number())) {
                aWaitIsInterrupted(cluster);
            }
        }
    }

    private void aWaitIsInterrupted(Topology cluster) throws Exception {
        try (OutcomeServer server = OutcomeServer.waiting(database.account(), cluster)) {
            int id = OutcomeServer.newId();
            CompletableFuture<Answer> answer = CompletableFuture
                    .supplyAsync(() -> OutcomeRow.Write.UPLOAD.send(server.http(), id));
            OutcomeServer.await("nobody waits", () -> waiting().isPresent());
            waiting().orElseThrow().interrupt();
            assertTold(OutcomeRow.UNKNOWN, answer.get().expect(500));
            server.http().get("/api/chair/" + id).expect(200);
        }
    }

    private static Optional<Thread> waiting() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> Arrays.stream(thread.getValue())
                        .anyMatch(frame -> frame.getClassName().equals(WriterBarrier.class.getName())
                                && frame.getMethodName().equals("await")))
                .map(Map.Entry::getKey).findFirst();
    }
}

package isuumo.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import isuumo.testing.EveryLogLine;
import isuumo.testing.Http;
import isuumo.testing.Integration;
import isuumo.testing.RawAnswer;
import isuumo.testing.RawHttp;
import isuumo.testing.TestDatabase;
import isuumo.testing.UsedHeap;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Whatever comes, the server says what is wrong with it, in JSON, takes no fault of a client for one of its own, and neither its
 * memory nor its log grows by it. Each input on a connection of its own, so that a number in a message is one to try again with.
 */
@ExtendWith(Integration.class)
class MalformedInputsIT {
    private static final int INPUTS = 10_000;
    private static final int INPUTS_THROUGH_NGINX = 1_000;
    private static final int CLIENTS = 4;
    private static final int CLIENTS_OF_NGINX = 16;
    /** Who waits for the rest of a request is left alone. */
    private static final int NGINX_PATIENCE_MILLIS = 300;
    /** Of HTTP itself: a coding or a version that is not known here. Else the server is busy, or there is no room. */
    private static final Set<Integer> NO_FAULTS = Set.of(501, 505, 503, 507);
    private static final int MAX_LINE_CHARS = 1_000;
    /** What is said of a request holds at most 500 characters of it, each of up to six bytes. */
    private static final int MAX_BODY_CHARS = 4_000;
    private static final int MAX_GROWTH_MIB = 24;
    private static final Logger LOG = Logger.getLogger("isuumo.testing");

    private static Entrances entrances;

    @BeforeAll
    static void open(TestDatabase database) throws Exception {
        entrances = Entrances.open(database.account());
    }

    @AfterAll
    static void close() throws IOException {
        entrances.close();
    }

    @Test
    void toTheServer() throws Exception {
        send(entrances.direct(), 0, INPUTS / 20, CLIENTS, this::untilItCloses); // whatever is made once is there
        long before = UsedHeap.mebibytes();
        List<String> lines;
        TreeMap<Integer, Integer> statuses;
        try (EveryLogLine log = new EveryLogLine()) {
            statuses = send(entrances.direct(), 1, INPUTS, CLIENTS, this::untilItCloses);
            lines = log.lines();
        }
        long after = UsedHeap.mebibytes();
        LOG.info(INPUTS + " malformed inputs: " + statuses + ", " + lines.size() + " lines in the log, heap in use "
                + before
                + " MiB before, " + after + " MiB after");
        assertTrue(statuses.getOrDefault(400, 0) > INPUTS / 4 && statuses.getOrDefault(200, 0) > INPUTS / 100,
                statuses::toString);
        lines.forEach(MalformedInputsIT::assertPlain);
        assertTrue(lines.size() <= INPUTS / 100, () -> lines.size() + " lines, like " + lines.getFirst());
        assertTrue(after <= before + MAX_GROWTH_MIB, () -> before + " MiB before, " + after + " MiB after");
        assertAnswers(entrances.direct());
    }

    @Test
    void throughNginx() throws Exception {
        assumeTrue(entrances.throughNginx().isPresent(), "no nginx here; nginx/test/run unpacks one");
        int port = entrances.throughNginx().orElseThrow();
        try (EveryLogLine log = new EveryLogLine()) {
            LOG.info("through nginx: " + send(port, 2, INPUTS_THROUGH_NGINX, CLIENTS_OF_NGINX, this::firstAnswer));
            log.lines().forEach(MalformedInputsIT::assertPlain);
        }
        assertAnswers(port);
    }

    private static void assertPlain(String line) {
        assertTrue(line.length() <= MAX_LINE_CHARS, () -> line.length() + " characters: " + line.substring(0, 200));
        assertTrue(line.chars().noneMatch(Character::isISOControl), line);
        assertTrue(!line.stripLeading().startsWith("at "), () -> "a stack trace for a fault of a client: " + line);
    }

    private static void assertAnswers(int port) {
        Http http = new Http(port);
        http.get("/api/estate/1").expect(200);
        http.get("/api/estate/search?rentRangeId=1&page=0&perPage=5").expect(200);
        http.get("/api/chair/low_priced").expect(200);
    }

    private interface Client {
        List<RawAnswer> send(int port, byte[] input) throws IOException;
    }

    /** How many answers had which status. */
    private static TreeMap<Integer, Integer> send(int port, int seed, int inputs, int clients, Client client)
            throws Exception {
        TreeMap<Integer, Integer> statuses = new TreeMap<>();
        Malformed malformed = new Malformed(seed);
        List<Callable<List<RawAnswer>>> calls = new ArrayList<>();
        for (int i = 0; i < inputs; i++) {
            int number = i;
            byte[] input = malformed.next();
            calls.add(() -> check("seed " + seed + ", number " + number, input, client.send(port, input)));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (Future<List<RawAnswer>> one : threads.invokeAll(calls)) {
                one.get().forEach(answer -> statuses.merge(answer.status(), 1, Integer::sum));
            }
        }
        return statuses;
    }

    private static List<RawAnswer> check(String name, byte[] input, List<RawAnswer> answers) {
        for (RawAnswer answer : answers) {
            String what = name + "\n"
                    + new String(input, StandardCharsets.ISO_8859_1).substring(0, Math.min(input.length, 2_000))
                    + "\n" + answer;
            assertTrue(answer.status() < 500 || NO_FAULTS.contains(answer.status()), what);
            boolean toHead = new String(input, StandardCharsets.ISO_8859_1).stripLeading().startsWith("HEAD ");
            if (answer.status() >= 400 && !toHead && !answer.body().equals(Entrances.PAGE)) {
                assertTrue(answer.body().startsWith("{\"error\":\"") && answer.body().endsWith("\"}"), what);
                assertTrue(answer.body().length() < MAX_BODY_CHARS, what);
                assertEquals("application/json", answer.header("Content-Type").orElse("none").split(";")[0], what);
            }
        }
        return answers;
    }

    /** All answers to what was sent, and to nothing more. */
    private List<RawAnswer> untilItCloses(int port, byte[] input) throws IOException {
        List<RawAnswer> answers = new ArrayList<>();
        try (RawHttp connection = new RawHttp(port)) {
            connection.send(input).leave();
            Optional<RawAnswer> answer = connection.next(false);
            while (answer.isPresent()) {
                answers.add(answer.get());
                answer = connection.next(false);
            }
        } catch (SocketException _) {
            // it has closed while there was something to be read, which it does not want
        }
        return answers;
    }

    /** nginx takes a client that will not send more for one that has left. */
    private List<RawAnswer> firstAnswer(int port, byte[] input) throws IOException {
        try (RawHttp connection = new RawHttp(port)) {
            return connection.send(input).patience(NGINX_PATIENCE_MILLIS).next(false).stream().toList();
        } catch (IOException _) {
            return List.of(); // it waits, has closed, or has answered without a head, as HTTP/0.9 is
        }
    }
}

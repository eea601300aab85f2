package isuumo.rfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import isuumo.rfc.Row.Then;
import isuumo.testing.Integration;
import isuumo.testing.RawAnswer;
import isuumo.testing.RawHttp;
import isuumo.testing.TestDatabase;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tables, row by row, to the server and through nginx. Each request has another one behind it in the same packet. */
@ExtendWith(Integration.class)
class HttpIT {
    private static final byte[] NEXT = Row.get("/api/estate/2", "").getBytes(StandardCharsets.US_ASCII);
    private static final String ERROR = "{\"error\":\"";

    private static Entrances entrances;

    @BeforeAll
    static void open(TestDatabase database) throws Exception {
        entrances = Entrances.open(database.account());
    }

    @AfterAll
    static void close() throws IOException {
        entrances.close();
    }

    @TestFactory
    Stream<DynamicContainer> toTheServer() {
        return tables(entrances.direct(), false);
    }

    @TestFactory
    Stream<DynamicContainer> throughNginx() {
        assumeTrue(entrances.throughNginx().isPresent(), "no nginx here; nginx/test/run unpacks one");
        return tables(entrances.throughNginx().orElseThrow(), true);
    }

    private static Stream<DynamicContainer> tables(int port, boolean nginx) {
        return Stream.of(table("connections", ConnectionRows.rows(), port, nginx),
                table("bodies", BodyRows.rows(), port, nginx),
                table("request lines", TargetRows.rows(), port, nginx),
                comparisons("HEAD", HeadChecks.checks(port)),
                comparisons("queries", QueryChecks.checks(port)),
                comparisons("conditions", ConditionChecks.checks(port)),
                comparisons("uploads", UploadChecks.checks(port)));
    }

    private static DynamicContainer table(String name, List<Row> rows, int port, boolean nginx) {
        return dynamicContainer(name, rows.stream().map(row -> dynamicTest(row.name(), () -> check(row, port, nginx))));
    }

    private static DynamicContainer comparisons(String name, Stream<DynamicTest> checks) {
        return dynamicContainer(name, checks.map(DynamicNode.class::cast));
    }

    private static void check(Row row, int port, boolean nginx) throws IOException {
        try (RawHttp connection = new RawHttp(port)) {
            connection.send(concat(row.request(), NEXT));
            RawAnswer answer = connection.next(row.isHead()).orElseThrow(() -> new IOException("no answer"));
            assertEquals(nginx ? row.nginxStatus() : row.status(), answer.status(), answer::toString);
            if (answer.status() >= 400 && !row.isHead()) {
                assertTrue(answer.body().startsWith(ERROR) || answer.body().equals(Entrances.PAGE), answer::toString);
            }
            Optional<RawAnswer> next = nextOrClosed(connection);
            if (next.isPresent()) {
                assertTrue(row.then() != Then.CLOSES, () -> "still open: " + next);
                assertTrue(next.get().body().startsWith("{\"id\":2,"), () -> "out of step: " + next);
            } else {
                assertTrue(row.then() != Then.STAYS, () -> "closed after " + answer);
            }
        }
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** Who closes while the next request is on its way resets the connection; the answer before has been read by then. */
    private static Optional<RawAnswer> nextOrClosed(RawHttp connection) throws IOException {
        try {
            return connection.next(false);
        } catch (SocketException _) {
            return Optional.empty();
        }
    }
}

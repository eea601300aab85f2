package isuumo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.catalog.WriteGate;
import isuumo.chair.ChairCatalog;
import isuumo.data.DataDirectory;
import isuumo.estate.EstateCatalog;
import isuumo.feed.FeedListener;
import isuumo.gtid.GtidSet;
import isuumo.rehearsal.Rehearsal;
import isuumo.store.Database;
import isuumo.testing.Http;
import isuumo.testing.Integration;
import isuumo.testing.TestData;
import isuumo.testing.TestDatabase;
import isuumo.testing.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rehearsal before a server is ready: invisible, before the first answer, and no reason not to start. */
@ExtendWith(Integration.class)
class RehearsalIT {
    private static final Duration SOME_ROUNDS = Duration.ofSeconds(3);

    private final TestDatabase database;

    /** @param server there only so that the rows are the initial ones */
    RehearsalIT(TestDatabase database, TestServer server) {
        this.database = database;
        server.operators().get("/healthz").expect(200);
    }

    @Test
    void leavesNothingBehind() throws Exception {
        DataDirectory data = DataDirectory.open(TestData.get().directory());
        try (Database own = new Database(database.account().server(2), database.account().server(2), false)) {
            WriteGate gate = new WriteGate();
            Catalogs catalogs = new Catalogs(own, data, gate, FeedListener.NONE);
            new Initialization(own, data, catalogs, gate).build();
            List<String> rows = rows();
            GtidSet position = catalogs.position();
            ChairCatalog chairs = catalogs.chairs().catalog();
            EstateCatalog estates = catalogs.estates().catalog();
            List<LogRecord> said = said(() -> rehearse(catalogs, SOME_ROUNDS));
            assertEquals(List.of(Level.INFO), said.stream().map(LogRecord::getLevel).toList());
            assertSame(chairs, catalogs.chairs().catalog());
            assertSame(estates, catalogs.estates().catalog());
            assertEquals(1, catalogs.chairs().generation());
            assertEquals(1, catalogs.estates().generation());
            assertEquals(position, catalogs.position());
            assertEquals(rows, rows());
        }
    }

    @Test
    void readinessComesAfterItAndNothingIsCounted() throws Exception {
        Settings plain = TestServer.settings(database.account(), database.account(), TestData.get().directory());
        Settings settings = new Settings(plain.profile(), plain.host(), plain.port(), 0, plain.dataDirectory(),
                plain.siteDirectory(),
                plain.primary(), plain.replica(), plain.feed(), plain.cluster(), plain.catalogFile(), plain.uploads(),
                plain.turns(), 1, 10, 10);
        Main main = new Main(settings);
        List<String> seen = new ArrayList<>();
        try {
            hearing(_ -> { // in the starting thread, once the rehearsal is over
                Http operators = new Http(main.operatorsPort());
                seen.add(operators.get("/healthz").expect(503).text());
                new Http(main.port()).get("/api/chair/low_priced").expect(503);
                seen.add(requestsCounted(operators));
            }, () -> start(main));
            assertEquals(2, seen.size());
            assertTrue(seen.getFirst().contains("rehearsing"), seen::getFirst);
            assertEquals("/api/chair/low_priced 5xx", seen.getLast());
            new Http(main.operatorsPort()).get("/healthz").expect(200);
        } finally {
            main.close();
        }
    }

    /** Without catalogs every handler fails. */
    @Test
    void aFailureIsLoggedAndNotThrown() throws Exception {
        DataDirectory data = DataDirectory.open(TestData.get().directory());
        try (Database own = new Database(database.account().server(2), database.account().server(2), false)) {
            Catalogs unbuilt = new Catalogs(own, data, new WriteGate(), FeedListener.NONE);
            List<LogRecord> said = said(() -> rehearse(unbuilt, SOME_ROUNDS));
            assertEquals(List.of(Level.WARNING), said.stream().map(LogRecord::getLevel).toList());
            assertTrue(said.getFirst().getThrown().getMessage().contains("was answered 500"));
            assertNull(unbuilt.chairs().catalog());
        }
    }

    @Test
    void noTimeMeansNoRehearsal() throws Exception {
        DataDirectory data = DataDirectory.open(TestData.get().directory());
        try (Database own = new Database(database.account().server(2), database.account().server(2), false)) {
            Catalogs unbuilt = new Catalogs(own, data, new WriteGate(), FeedListener.NONE);
            assertEquals(List.of(), said(() -> rehearse(unbuilt, Duration.ZERO)));
        }
    }

    private static void rehearse(Catalogs catalogs, Duration processorTime) {
        new Rehearsal(catalogs.chairs(), catalogs.estates(), processorTime).run();
    }

    private static void start(Main main) {
        try {
            main.start();
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Routes and status classes of which a request was counted. */
    private static String requestsCounted(Http http) {
        return http.get("/metrics").text().lines()
                .filter(line -> line.startsWith("isuumo_request_seconds_count{") && !line.endsWith("} 0"))
                .map(line -> line.replaceAll(".*route=\"([^\"]*)\",status=\"([^\"]*)\".*", "$1 $2"))
                .sorted().reduce((a, b) -> a + ", " + b).orElse("");
    }

    private List<String> rows() throws SQLException {
        List<String> sums = new ArrayList<>();
        try (Connection connection = database.connect(); var statement = connection.createStatement()) {
            for (String table : List.of("chair", "estate")) {
                try (ResultSet sum = statement.executeQuery("CHECKSUM TABLE isuumo." + table)) {
                    sum.next();
                    sums.add(sum.getString(1) + " " + sum.getString(2));
                }
            }
        }
        return sums;
    }

    private static List<LogRecord> said(Runnable action) {
        List<LogRecord> records = new ArrayList<>();
        hearing(records::add, action);
        return records;
    }

    private static void hearing(Consumer<LogRecord> listener, Runnable action) {
        Logger log = Logger.getLogger(Rehearsal.class.getName());
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord logged) {
                listener.accept(logged);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Level before = log.getLevel();
        log.setLevel(Level.INFO);
        log.addHandler(handler);
        try {
            action.run();
        } finally {
            log.removeHandler(handler);
            log.setLevel(before);
        }
    }
}

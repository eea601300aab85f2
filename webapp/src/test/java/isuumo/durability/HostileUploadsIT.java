package isuumo.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.embedded.EmbeddedDatabase;
import isuumo.http.CsvUpload;
import isuumo.table.ChairRow;
import isuumo.testing.Account;
import isuumo.testing.Answer;
import isuumo.testing.EmbeddedHome;
import isuumo.testing.Http;
import isuumo.testing.RawHttp;
import isuumo.testing.Rows;
import isuumo.testing.ServerProcess;
import isuumo.testing.TestData;
import isuumo.testing.Upload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What is as large as may be sent, from many at once, to a server with the heap of {@code jvm.options} and the contest's rows: it
 * lives, answers others, and has afterwards what it had before. In a process of its own, which a full heap would end.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileUploadsIT {
    private static final Logger LOG = Logger.getLogger("isuumo.testing");
    private static final int UPLOADS = 50;
    private static final int CLIENTS = 12;
    private static final int FILE_BYTES = CsvUpload.MAX_BYTES - 1_000;
    private static final int FIRST_ID = 6_000_000;
    private static final int MAX_GROWTH_MIB = 24;
    /** Stored; refused, with the reason; busy; no room. */
    private static final Set<Integer> EXPECTED = Set.of(201, 400, 409, 413, 503, 507);

    private EmbeddedDatabase database;
    private ServerProcess server;
    private Http http;

    @BeforeAll
    void startDatabase() throws Exception {
        EmbeddedHome home = EmbeddedHome.empty("hostile-uploads");
        database = home.start();
        Account account = home.account(database);
        server = ServerProcess.start("hostile-uploads", account, TestData.get().directory());
        http = server.http();
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
        database.close();
    }

    @BeforeEach
    void initialize() {
        http.post("/initialize").expect(200);
    }

    @AfterEach
    void isAlive() throws IOException {
        assertTrue(server.isAlive(), () -> "it has ended; see " + server.log());
        server.operators().get("/healthz").expect(200);
        http.get("/api/estate/search?rentRangeId=1&page=0&perPage=25").expect(200);
        assertEquals(List.of(), Files.readString(server.log()).lines()
                .filter(line -> line.startsWith("SEVERE") || line.contains("OutOfMemory")).toList());
    }

    private void run(String what, List<Callable<Integer>> calls) throws Exception {
        long before = server.usedHeap();
        TreeMap<Integer, Integer> statuses = new TreeMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            for (Future<Integer> one : threads.invokeAll(calls)) {
                statuses.merge(one.get(), 1, Integer::sum);
            }
        }
        assertTrue(EXPECTED.containsAll(statuses.keySet()), statuses::toString);
        http.post("/initialize").expect(200);
        long after = server.usedHeap();
        LOG.info(what + ": answered " + statuses + ", heap in use " + before + " MiB before, " + after + " MiB after");
        assertTrue(after <= before + MAX_GROWTH_MIB, () -> before + " MiB before, " + after + " MiB after");
    }

    @Test
    void fiftyOfEightMebibytes() throws Exception {
        List<IntFunction<String>> files = List.of(
                _ -> fill("1,a,b\n"), // some 1,400,000 short rows
                _ -> fill("x"), // a field of 8 MiB
                _ -> fill("1,"), // a line of four million fields
                _ -> "\"" + fill("x\n,"), // a quote that is never closed
                _ -> fill("\u0000"),
                _ -> fill("\""),
                _ -> fill("\r\n"),
                n -> Upload.csv(Rows.chair(FIRST_ID + n)) + fill("椅子の,"),
                n -> lines(n, 2_000, id -> texts(id, "\u0001".repeat(2_000), "")), // as JSON three times as long
                n -> lines(n, 10_000, id -> texts(id, "", words(id)))); // 320,000 distinct words
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < UPLOADS; i++) {
            Upload upload = Upload.chairs(files.get(i % files.size()).apply(i));
            calls.add(() -> http.post("/api/chair", upload).status());
        }
        run(UPLOADS + " hostile uploads", calls);
    }

    /** These are stored, as long as there is room. */
    @Test
    void longRowsUntilThereIsNoRoom() throws Exception {
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            Upload upload = Upload.chairs(lines(i, 450, id -> texts(id, "😀".repeat(4_096), "")));
            calls.add(() -> {
                int status = http.post("/api/chair", upload).status();
                for (int page = 0; page < 3; page++) {
                    Answer answer = (page == 0 ? http.acceptEncoding("gzip") : http)
                            .get("/api/chair/search?kind=long&perPage=1000&page=" + page);
                    assertEquals(200, answer.status(), answer.request());
                }
                return status;
            });
        }
        run("uploads of long rows, and pages of 1000 of them", calls);
    }

    /** A page of 1000 long rows has 17 MB, and is asked for by many who do not read it. */
    @Test
    void answersThatNobodyReads() throws Exception {
        for (int n = 0; n < 3; n++) {
            http.post("/api/chair", Upload.chairs(lines(n, 400, id -> texts(id, "😀".repeat(4_096), "")))).expect(201);
        }
        List<RawHttp> idle = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            idle.add(new RawHttp(server.port()).send("GET /api/chair/search?kind=long&perPage=1000&page=0 HTTP/1.1\r\n"
                    + "Host: isuumo\r\n" + (i % 4 == 0 ? "Accept-Encoding: gzip\r\n" : "") + "\r\n"));
        }
        Answer answer = http.get("/api/chair/search?kind=long&perPage=1000&page=0").expect(200);
        assertTrue(answer.body().length > 16_000_000);
        isAlive();
        for (RawHttp connection : idle) {
            connection.close();
        }
    }

    /** Nobody reads a body before its turn, and a chunk is not waited for as a whole. */
    @Test
    void bodiesThatDoNotEnd() throws Exception {
        byte[] part = fill("x").getBytes(StandardCharsets.UTF_8);
        List<RawHttp> open = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String path = i % 2 == 0 ? "/nothing" : "/api/estate/req_doc/1";
            RawHttp connection = new RawHttp(server.port()).send("POST " + path
                    + " HTTP/1.1\r\nHost: isuumo\r\nTransfer-Encoding: chunked\r\n\r\nf00000\r\n");
            open.add(connection);
            try {
                connection.send(part);
            } catch (IOException _) {
                // refused before all of it was sent
            }
        }
        isAlive();
        for (RawHttp connection : open) {
            connection.close();
        }
    }

    private static String fill(String with) {
        int bytes = with.getBytes(StandardCharsets.UTF_8).length;
        return with.repeat(FILE_BYTES / bytes);
    }

    private static String lines(int file, int rows, IntFunction<ChairRow> row) {
        return IntStream.range(0, rows).mapToObj(i -> Upload.csv(row.apply(FIRST_ID + 20_000 * file + i)))
                .collect(Collectors.joining());
    }

    private static ChairRow texts(int id, String description, String features) {
        return Rows.with(ChairRow.TABLE, Rows.chair(id),
                Map.of("description", description, "features", features, "kind", "long"));
    }

    private static String words(int id) {
        return IntStream.range(0, 32).mapToObj(i -> Character.toString(0x20000 + (32 * id + i) % 0x10000))
                .collect(Collectors.joining(","));
    }
}

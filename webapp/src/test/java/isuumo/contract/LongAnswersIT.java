package isuumo.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.http.CsvUpload;
import isuumo.table.ChairRow;
import isuumo.testing.Answer;
import isuumo.testing.Gzip;
import isuumo.testing.Http;
import isuumo.testing.Integration;
import isuumo.testing.RawAnswer;
import isuumo.testing.RawHttp;
import isuumo.testing.Rows;
import isuumo.testing.TestServer;
import isuumo.testing.Upload;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The longest answers that there may be: a page of 1000 rows, each as long as any that is let in. */
@ExtendWith(Integration.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LongAnswersIT {
    private static final int FIRST_ID = 5_000_000;
    private static final int ROWS = 1_000;
    private static final int ROWS_A_FILE = 400;
    private static final String KIND = "long";
    private static final String SEARCH = "/api/chair/search?kind=" + KIND;
    private static final String ALL = SEARCH + "&page=0&perPage=1000";
    private static final int MAX_ANSWER_BYTES = ROWS * (CsvUpload.MAX_ROW_BYTES + 1) + 100;

    private final Http http;
    private final int port;

    LongAnswersIT(TestServer server) {
        http = server.http();
        port = server.port();
    }

    /** Every column as full as it may be, of characters of four bytes. */
    private static ChairRow longest(int id) {
        String name = "😀".repeat(64);
        return Rows.with(ChairRow.TABLE, Rows.chair(id), Map.of("name", name, "description", "😀".repeat(4096),
                "thumbnail", name + name, "color", name, "features", name, "kind", KIND));
    }

    @BeforeAll
    void upload() {
        for (int from = 0; from < ROWS; from += ROWS_A_FILE) {
            List<ChairRow> rows = IntStream.range(from, Math.min(ROWS, from + ROWS_A_FILE))
                    .mapToObj(i -> longest(FIRST_ID + i)).toList();
            http.post("/api/chair", Upload.chairs(rows)).expect(201);
        }
    }

    @Test
    void isWhatItsPagesAre() {
        String items = IntStream.range(0, 10)
                .mapToObj(page -> http.get(SEARCH + "&perPage=100&page=" + page).expect(200).text())
                .map(text -> text.substring(text.indexOf('[') + 1, text.lastIndexOf(']')))
                .collect(Collectors.joining(","));
        Answer all = http.get(ALL).expect(200);
        assertArrayEquals(("{\"count\":1000,\"chairs\":[" + items + "]}").getBytes(), all.body());
        assertEquals(Integer.toString(all.body().length), all.headers().firstValue("Content-Length").orElse("none"));
        assertTrue(all.body().length > 17_000_000 && all.body().length < MAX_ANSWER_BYTES,
                () -> all.body().length + " bytes");
        Answer compressed = http.acceptEncoding("gzip").get(ALL).expect(200);
        assertEquals("gzip", compressed.headers().firstValue("Content-Encoding").orElse("none"));
        assertArrayEquals(all.body(), Gzip.read(compressed.body()));
    }

    @Test
    void aHeadOfItHasNoBody() throws Exception {
        try (RawHttp connection = new RawHttp(port)) {
            for (String accept : List.of("", "Accept-Encoding: gzip\r\n")) {
                connection.send("HEAD " + ALL + " HTTP/1.1\r\nHost: isuumo\r\n" + accept + "\r\n"
                        + "GET /api/chair/" + FIRST_ID + " HTTP/1.1\r\nHost: isuumo\r\n\r\n");
                RawAnswer head = connection.next(true).orElseThrow();
                assertEquals(200, head.status());
                RawAnswer next = connection.next(false).orElseThrow();
                assertTrue(next.body().startsWith("{\"id\":" + FIRST_ID + ","), () -> "out of step: " + next.head());
            }
        }
    }

    /** Six bytes each in JSON: alone they would make a page of 27 MB. */
    @Test
    void aRowThatIsLongerIsRefused() {
        int id = FIRST_ID + ROWS;
        ChairRow row = Rows.described(longest(id), "name", "\u0001".repeat(4096));
        String said = http.post("/api/chair", Upload.chairs(List.of(longest(id + 1), row))).expectError(413).text();
        assertTrue(said.contains("line 2") && said.contains("bytes as JSON, is larger than 20480 bytes"), said);
        http.get("/api/chair/" + id).expectError(404);
        http.get("/api/chair/" + (id + 1)).expectError(404);
    }
}

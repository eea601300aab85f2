package isuumo.durability;

import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.catalog.UploadLimits;
import isuumo.embedded.EmbeddedDatabase;
import isuumo.table.ChairRow;
import isuumo.table.EstateRow;
import isuumo.testing.Account;
import isuumo.testing.Answer;
import isuumo.testing.EmbeddedHome;
import isuumo.testing.Http;
import isuumo.testing.Rows;
import isuumo.testing.TestServer;
import isuumo.testing.Upload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is too much is refused before anything is stored, with the value, the limit and what to do. */
class UploadLimitsIT {
    private static final int FILE_ROWS = 10;
    private static final int ROOM = 2 * SmallData.ROWS + 15;
    private static final int FIRST_ID = 700_000;

    @Test
    void rowsOfAFileAndRowsInAll() throws Exception {
        EmbeddedHome home = EmbeddedHome.empty("upload-limits");
        try (EmbeddedDatabase database = home.start()) {
            Account account = home.account(database);
            try (TestServer server = TestServer.start(TestServer.settings(account, account, SmallData.directory(),
                    Optional.empty(), new UploadLimits(FILE_ROWS, ROOM, 1)))) {
                Http http = server.http();
                refused(413, "more than 10 rows", http, upload(http, FIRST_ID, FILE_ROWS + 1));
                upload(http, FIRST_ID, FILE_ROWS).expect(201);
                refused(507, "There are 4010 rows, and room for 4015, so these 6 are too many", http,
                        upload(http, FIRST_ID + FILE_ROWS, 6));
                upload(http, FIRST_ID + FILE_ROWS, 5).expect(201);
                http.post("/api/estate", Upload.estates(Upload.csv(Rows.estate(FIRST_ID)))).expectError(507);
                http.post("/initialize").expect(200);
                http.post("/api/estate", Upload.estates(Upload.csv(Rows.estate(FIRST_ID)))).expect(201);
            }
        }
    }

    /** A row of the longest texts takes as much as 25 of the usual ones. */
    @Test
    void longRowsCountByTheirBytes() throws Exception {
        EmbeddedHome home = EmbeddedHome.empty("upload-bytes");
        try (EmbeddedDatabase database = home.start()) {
            Account account = home.account(database);
            int room = 2 * SmallData.ROWS + 100;
            try (TestServer server = TestServer.start(TestServer.settings(account, account, SmallData.directory(),
                    Optional.empty(), new UploadLimits(FILE_ROWS, room, 1)))) {
                Http http = server.http();
                int stored = 0;
                Answer answer = upload(http, longRow(FIRST_ID));
                for (; answer.status() == 201; answer = upload(http, longRow(FIRST_ID + stored))) {
                    stored++;
                }
                String said = answer.expectError(507).text();
                assertTrue(said.contains("bytes of rows, and room for 6150000, so these 33")
                        && said.contains("ISUUMO_MAX_ROWS"), said);
                assertTrue(stored > 3 && stored < 40, () -> "after other rows than expected: " + said);
                http.get("/api/chair/" + (FIRST_ID + stored)).expectError(404);
                http.post("/initialize").expect(200);
                upload(http, longRow(FIRST_ID)).expect(201);
            }
        }
    }

    private static List<ChairRow> longRow(int id) {
        return List.of(Rows.with(ChairRow.TABLE, Rows.chair(id), Map.of("description", "😀".repeat(4096))));
    }

    /** Every word costs as much as half a row, in the index and in every search for another one. */
    @Test
    void distinctWords() throws Exception {
        EmbeddedHome home = EmbeddedHome.empty("upload-words");
        try (EmbeddedDatabase database = home.start()) {
            Account account = home.account(database);
            try (TestServer server = TestServer.start(TestServer.settings(account, account, SmallData.directory(),
                    Optional.empty(), UploadLimits.NONE))) {
                Http http = server.http();
                http.post("/api/estate", Upload.estates(wordy(0, 300))).expect(201);
                String said = http.post("/api/estate", Upload.estates(wordy(300, 320))).expectError(507).text();
                assertTrue(said.contains("features, colors and kinds, and room for 10000")
                        && said.contains("/search/condition"), said);
                http.get("/api/estate/" + (FIRST_ID + 300)).expectError(404);
                said = http.post("/api/chair", Upload.chairs(IntStream.range(0, 10_001)
                        .mapToObj(i -> Rows.texts(Rows.chair(FIRST_ID + i), "color " + i, "", "")).toList()))
                        .expectError(507).text();
                assertTrue(said.contains("features, colors and kinds"), said);
                http.post("/api/estate", Upload.estates(List.of(Rows.features(Rows.estate(FIRST_ID + 300), "w0", 1))))
                        .expect(201);
            }
        }
    }

    /** Each row with as many features as fit, all of them new. */
    private static List<EstateRow> wordy(int from, int to) {
        return IntStream.range(from, to).mapToObj(row -> Rows.features(Rows.estate(FIRST_ID + row),
                IntStream.range(0, 32).mapToObj(i -> Character.toString(0x4e00 + 32 * row + i))
                        .collect(Collectors.joining(",")),
                1)).toList();
    }

    private static Answer upload(Http http, List<ChairRow> rows) {
        return http.post("/api/chair", Upload.chairs(rows));
    }

    private static Answer upload(Http http, int firstId, int rows) {
        return http.post("/api/chair",
                Upload.chairs(IntStream.range(firstId, firstId + rows).mapToObj(Rows::chair).toList()));
    }

    private static void refused(int status, String why, Http http, Answer answer) {
        String said = answer.expectError(status).text();
        assertTrue(said.contains(why), said);
        http.get("/api/chair/" + (FIRST_ID + FILE_ROWS)).expectError(404);
    }
}

package isuumo.durability;

import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.catalog.UploadLimits;
import isuumo.embedded.EmbeddedDatabase;
import isuumo.testing.Account;
import isuumo.testing.Answer;
import isuumo.testing.EmbeddedHome;
import isuumo.testing.Http;
import isuumo.testing.Rows;
import isuumo.testing.TestServer;
import isuumo.testing.Upload;
import java.util.Optional;
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

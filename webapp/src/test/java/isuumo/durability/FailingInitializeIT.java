package isuumo.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.embedded.EmbeddedDatabase;
import isuumo.testing.Account;
import isuumo.testing.Answer;
import isuumo.testing.EmbeddedHome;
import isuumo.testing.Http;
import isuumo.testing.TestServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An /initialize that cannot finish says why and changes nothing. On a database and a data directory of its own. */
class FailingInitializeIT {
    private static final String SEARCH = "/api/chair/search?priceRangeId=1&perPage=25&page=0";

    @TempDir
    Path data;

    @Test
    void theOldDataIsServedWhenTheFilesOrTheDatabaseAreGone() throws Exception {
        EmbeddedHome home = EmbeddedHome.empty("failing-initialize");
        EmbeddedDatabase database = home.start();
        Account account = home.account(database);
        try (TestServer server = TestServer
                .start(TestServer.settings(account, account, SmallData.copyTo(data)))) {
            Http http = server.http();
            try (var connection = account.connect(); var statement = connection.createStatement()) {
                statement.execute("UPDATE isuumo.chair SET price = price + 1 WHERE id = 5"); // forces a full load
            }
            String before = http.get(SEARCH).expect(200).text();

            Files.delete(data.resolve("2_DummyChairData.sql"));
            http.post("/initialize").expectError(500);
            assertEquals(before, http.get(SEARCH).expect(200).text());
            http.buy(7).expect(200); // the rows are all there: the failed load was rolled back

            database.kill();
            http.post("/initialize").expectError(503);
            assertEquals(before, http.get(SEARCH).expect(200).text());
            Answer answer = http.buy(8);
            if (answer.status() != 503) { // the pool had a connection that seemed to live
                assertTrue(answer.expectError(500).text().contains("may have been done"), answer::text);
            }
        } finally {
            database.close();
        }
    }
}

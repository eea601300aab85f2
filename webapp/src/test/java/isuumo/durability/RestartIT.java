package isuumo.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import isuumo.embedded.EmbeddedDatabase;
import isuumo.table.ChairRow;
import isuumo.testing.Account;
import isuumo.testing.BuildDirectory;
import isuumo.testing.EmbeddedHome;
import isuumo.testing.Http;
import isuumo.testing.LogLines;
import isuumo.testing.Rows;
import isuumo.testing.TestServer;
import isuumo.testing.Upload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What was acknowledged is there after the server restarts and after the database is killed. On its own database, which has no
 * log; all starts but the first take the catalogs of the initial rows from a file.
 */
class RestartIT {
    private static final int FIRST_ID = 500_000;
    private static final int CRASHES = 3;

    @Test
    void nothingAcknowledgedIsLostWhenTheDatabaseIsKilled() throws Exception {
        EmbeddedHome home = EmbeddedHome.empty("restart");
        Path file = BuildDirectory.resolve("restart-catalogs");
        Files.deleteIfExists(file);
        List<Integer> uploaded = new ArrayList<>();
        for (int crash = 0; crash < CRASHES; crash++) {
            EmbeddedDatabase database = home.start();
            try (LogLines lines = new LogLines("isuumo.CatalogFile");
                    TestServer server = start(home.account(database), file)) {
                lines.await(crash == 0 ? "wrote the catalogs" : "took the catalogs of the initial rows from " + file);
                assertAllThere(server.http(), uploaded);
                int id = FIRST_ID + crash;
                ChairRow chair = Rows.stock(Rows.chair(id), 3);
                server.http().post("/api/chair", Upload.chairs(List.of(chair))).expect(201);
                server.http().post("/api/estate", Upload.estates(List.of(Rows.estate(id)))).expect(201);
                server.http().buy(id).expect(200);
                server.http().buy(id).expect(200);
                uploaded.add(id);
            } finally {
                database.kill();
            }
        }
    }

    /** Two of three pieces of each chair were sold before the restart: one is left to sell, and no more. */
    private static void assertAllThere(Http http, List<Integer> ids) {
        for (int id : ids) {
            http.get("/api/estate/" + id).expect(200);
        }
        if (!ids.isEmpty()) {
            int last = ids.getLast();
            http.get("/api/chair/" + last).expect(200);
            http.buy(last).expect(200);
            http.buy(last).expect(404);
        }
        for (int id : ids) {
            http.get("/api/chair/" + id).expect(404); // sold out in this or an earlier life
        }
        assertEquals(List.of(),
                ids.stream().filter(http.get("/api/chair/low_priced").ids("chairs")::contains).toList());
    }

    private static TestServer start(Account account, Path file) throws Exception {
        return TestServer.start(TestServer.settings(account, account, SmallData.directory(), Optional.of(file)));
    }
}

package isuumo.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.testing.Http;
import isuumo.testing.Rows;
import isuumo.testing.Upload;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A writer that starts takes writes while it builds its catalogs, and shows none of them older than it answered. */
class WriterStartIT {
    private static final int LAST_PIECE = 900_000;
    private static final int TWO_PIECES = LAST_PIECE + 1;
    private static final int WAIT_SECONDS = 60;
    private static final int NEW = LAST_PIECE + 2;

    @Test
    void writesAreTakenBeforeTheCatalogsAreBuilt() throws Exception {
        try (ThreeHosts three = new ThreeHosts(ThreeHosts.CALM_LEASE_MILLIS);
                Connection connection = three.databases.of(0).connect();
                Statement primary = connection.createStatement()) {
            three.start();
            HostProcess writer = three.writer();
            Http peer = three.hosts.get(1).http();
            peer.post("/api/chair", Upload.chairs(List.of(Rows.chair(LAST_PIECE),
                    Rows.stock(Rows.chair(TWO_PIECES), 2)))).expectEmpty(201);
            writer.stop();
            primary.execute("LOCK TABLES isuumo.estate WRITE");
            writer.start();
            awaitReaderOfEstates(three);

            peer.buy(LAST_PIECE).expectEmpty(200);
            peer.buy(TWO_PIECES).expectEmpty(200);
            peer.post("/api/chair", Upload.chairs(List.of(Rows.stock(Rows.chair(NEW), 10_000)))).expectEmpty(201);
            for (HostProcess host : three.hosts.subList(1, 3)) {
                host.http().get("/api/chair/" + LAST_PIECE).expectError(404);
                host.http().get("/api/chair/" + NEW).expect(200);
            }
            assertFalse(writer.serves(), "the catalogs were built already");
            writer.http().get("/api/chair/" + NEW).expectError(503);

            primary.execute("UNLOCK TABLES");
            while (!writer.serves()) {
                int status = writer.http().get("/api/chair/" + LAST_PIECE).status();
                assertTrue(Set.of(503, 404).contains(status), () -> "status " + status);
                writer.http().buy(NEW).expectEmpty(200);
            }
            writer.http().get("/api/chair/" + LAST_PIECE).expectError(404);
            writer.http().get("/api/chair/" + NEW).expect(200);
            writer.http().buy(LAST_PIECE).expectError(404);
            writer.http().buy(TWO_PIECES).expectEmpty(200);
            writer.http().buy(TWO_PIECES).expectError(404);
            assertEquals(0, three.databases.stocks().get(TWO_PIECES));
        }
    }

    /** Its read view is older than any write that comes now. */
    private static void awaitReaderOfEstates(ThreeHosts three) throws SQLException, InterruptedException {
        try (Connection connection = three.databases.of(0).connect();
                Statement statement = connection.createStatement()) {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_SECONDS);
            boolean waits = false;
            while (!waits) {
                assertTrue(System.nanoTime() < deadline, "nobody reads the estates");
                TimeUnit.MILLISECONDS.sleep(5);
                try (ResultSet rows = statement.executeQuery("SELECT 1 FROM information_schema.processlist "
                        + "WHERE info LIKE 'SELECT %FROM isuumo.estate%' AND state LIKE 'Waiting for table%'")) {
                    waits = rows.next();
                }
            }
        }
    }
}

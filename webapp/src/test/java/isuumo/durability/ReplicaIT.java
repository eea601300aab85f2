package isuumo.durability;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.Settings;
import isuumo.testing.Answer;
import isuumo.testing.Replication;
import isuumo.testing.Rows;
import isuumo.testing.TestServer;
import isuumo.testing.Upload;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Reads from a real replica that is late: the catalogs are never built from rows older than the primary's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplicaIT {
    private Replication databases;

    @BeforeAll
    void replicate() throws Exception {
        databases = new Replication("late-replica");
    }

    @AfterAll
    void stop() {
        databases.close();
    }

    @Test
    void initializeWaitsForTheReplica() throws Exception {
        try (TestServer server = TestServer.start(settings())) {
            server.initialize();
            int id = 600_000;
            server.http().post("/api/chair", Upload.chairs(List.of(Rows.chair(id)))).expect(201);
            awaitOnReplica("SELECT 1 FROM isuumo.chair WHERE id = " + id);
            databases.stopApplying();
            CompletableFuture<Answer> initialize = CompletableFuture
                    .supplyAsync(() -> server.http().post("/initialize"));
            awaitWaiting(initialize);
            assertFalse(initialize.isDone(), "answered though the replica has the old rows");
            databases.applyAgain();
            initialize.get(30, TimeUnit.SECONDS).expect(200);
            server.http().get("/api/chair/" + id).expect(404);
        }
    }

    @Test
    void aStartWaitsForTheReplica() throws Exception {
        int id = 700_000;
        try (TestServer server = TestServer.start(settings())) {
            server.http().post("/api/chair", Upload.chairs(List.of(Rows.chair(id)))).expect(201);
            awaitOnReplica("SELECT 1 FROM isuumo.chair WHERE id = " + id);
            databases.stopApplying();
            server.http().buy(id).expect(200); // the last piece, as the replica does not know yet
        }
        CompletableFuture<TestServer> restart = CompletableFuture.supplyAsync(this::start);
        awaitWaiting(restart);
        databases.applyAgain();
        try (TestServer server = restart.get(30, TimeUnit.SECONDS)) {
            server.http().get("/api/chair/" + id).expect(404);
        }
    }

    private TestServer start() {
        try {
            return TestServer.start(settings());
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    private Settings settings() throws Exception {
        return TestServer.settings(databases.primaryItself(), databases.replicaItself(), SmallData.directory());
    }

    /** Until the server waits on the replica for the primary's position, or is done without having waited. */
    private void awaitWaiting(CompletableFuture<?> action) throws Exception {
        while (!databases.isAwaitedAtReplica() && !action.isDone()) {
            Thread.onSpinWait();
        }
    }

    private void awaitOnReplica(String query) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (databases.replicaItself().single(query) == null) {
            assertTrue(System.nanoTime() < deadline, "the replica never showed: " + query);
        }
    }
}

package isuumo.durability;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.Settings;
import isuumo.embedded.EmbeddedDatabase;
import isuumo.testing.Account;
import isuumo.testing.Answer;
import isuumo.testing.EmbeddedHome;
import isuumo.testing.Rows;
import isuumo.testing.TestServer;
import isuumo.testing.Upload;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
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
    private EmbeddedDatabase primary;
    private EmbeddedDatabase replica;
    private Account primaryAccount;
    private Account replicaAccount;

    @BeforeAll
    void replicate() throws Exception {
        EmbeddedHome home = EmbeddedHome.empty("primary");
        primary = home.start("--server-id=1", "--log-bin=binlog");
        primaryAccount = home.account(primary);
        EmbeddedHome replicaHome = EmbeddedHome.empty("replica");
        replica = replicaHome.start("--server-id=2");
        execute(replicaHome.account(replica),
                """
                        CHANGE MASTER TO MASTER_HOST = '127.0.0.1', MASTER_PORT = %d, MASTER_USER = '%s', MASTER_PASSWORD = '%s',
                        MASTER_USE_GTID = slave_pos, MASTER_SSL = 0, MASTER_SSL_VERIFY_SERVER_CERT = 0
                        """
                        .formatted(URI.create(primary.jdbcUrl().substring("jdbc:".length())).getPort(),
                                primaryAccount.user(), primaryAccount.password()),
                "START SLAVE");
        // The account is replicated too: from now on the replica has the primary's password.
        replicaAccount = new Account(replica.jdbcUrl(), primaryAccount.user(), primaryAccount.password());
    }

    @AfterAll
    void stop() {
        replica.close();
        primary.close();
    }

    @Test
    void initializeWaitsForTheReplica() throws Exception {
        try (TestServer server = TestServer.start(settings())) {
            server.initialize();
            int id = 600_000;
            server.http().post("/api/chair", Upload.chairs(List.of(Rows.chair(id)))).expect(201);
            awaitOnReplica("SELECT 1 FROM isuumo.chair WHERE id = " + id);
            execute(replicaAccount, "STOP SLAVE SQL_THREAD");
            CompletableFuture<Answer> initialize = CompletableFuture
                    .supplyAsync(() -> server.http().post("/initialize"));
            awaitWaiting(initialize);
            assertFalse(initialize.isDone(), "answered though the replica has the old rows");
            execute(replicaAccount, "START SLAVE SQL_THREAD");
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
            execute(replicaAccount, "STOP SLAVE SQL_THREAD");
            server.http().buy(id).expect(200); // the last piece, as the replica does not know yet
        }
        CompletableFuture<TestServer> restart = CompletableFuture.supplyAsync(this::start);
        awaitWaiting(restart);
        execute(replicaAccount, "START SLAVE SQL_THREAD");
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
        return TestServer.settings(primaryAccount, replicaAccount.jdbcUrl(), SmallData.directory());
    }

    /** Until the server waits on the replica for the primary's position, or is done without having waited. */
    private void awaitWaiting(CompletableFuture<?> action) throws Exception {
        String waiting = "SELECT 1 FROM information_schema.processlist WHERE info LIKE 'SELECT MASTER_GTID_WAIT%'";
        while (!exists(waiting) && !action.isDone()) {
            Thread.onSpinWait();
        }
    }

    private void awaitOnReplica(String query) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!exists(query)) {
            assertTrue(System.nanoTime() < deadline, "the replica never showed: " + query);
        }
    }

    private boolean exists(String query) throws Exception {
        try (Connection connection = replicaAccount.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.next();
        }
    }

    private static void execute(Account account, String... statements) throws Exception {
        try (Connection connection = account.connect(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}

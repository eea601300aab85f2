package isuumo.durability;

import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.Profile;
import isuumo.Settings;
import isuumo.Turns;
import isuumo.catalog.UploadLimits;
import isuumo.cluster.Topology;
import isuumo.store.DatabaseServer;
import isuumo.store.FeedAccount;
import isuumo.table.ChairRow;
import isuumo.testing.Account;
import isuumo.testing.Http;
import isuumo.testing.Rows;
import isuumo.testing.TestServer;
import isuumo.testing.Upload;
import isuumo.testing.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server whose way to its database is a {@link Wire}, and the database without that. */
final class OutcomeServer implements AutoCloseable {
    static final int POOL_SIZE = 2;

    private static final int ROWS = 300;
    private static final int POOL_WAIT_MILLIS = 300;
    private static final int AWAIT_SECONDS = 60;
    private static final int POLL_MILLIS = 2;
    /** The pool asks a connection that it gives out whether it lives, however short ago it was used. */
    private static final String ASK_ALWAYS = "com.zaxxer.hikari.aliveBypassWindowMs";
    private static final AtomicInteger NEXT_ID = new AtomicInteger(700_000);

    private final Account database;
    private final Wire wire;
    private final Wire replicaWire;
    private final TestServer server;

    private OutcomeServer(Account database, boolean replica, boolean feed, Optional<Topology> cluster)
            throws Exception {
        this.database = database;
        wire = new Wire(database.jdbcUrl());
        replicaWire = new Wire(database.jdbcUrl());
        Optional<FeedAccount> follows = feed
                ? Optional.of(new FeedAccount(database.user(), database.password()))
                : Optional.empty();
        System.setProperty(ASK_ALWAYS, "0");
        try {
            server = TestServer
                    .start(new Settings(Profile.CONTEST, "127.0.0.1", 0, 0, SmallData.directory(ROWS), Optional.empty(),
                            through(wire), through(replica ? replicaWire : wire), follows, cluster, Optional.empty(),
                            UploadLimits.NONE, Turns.DEFAULT, 0, 10,
                            10));
        } finally {
            System.clearProperty(ASK_ALWAYS);
        }
    }

    private DatabaseServer through(Wire way) {
        Account account = way.through(database);
        return new DatabaseServer(account.jdbcUrl(), account.user(), account.password(), POOL_SIZE, POOL_WAIT_MILLIS);
    }

    /** The only one that writes. */
    static OutcomeServer alone(Account database) throws Exception {
        return new OutcomeServer(database, false, false, Optional.empty());
    }

    /** With another way to the database for what is read. */
    static OutcomeServer withReplica(Account database) throws Exception {
        return new OutcomeServer(database, true, false, Optional.empty());
    }

    /** With a change feed. */
    static OutcomeServer following(Account database) throws Exception {
        return new OutcomeServer(database, false, true, Optional.empty());
    }

    /** A writer that waits for a peer which is not there. */
    static OutcomeServer waiting(Account database, Topology cluster) throws Exception {
        return new OutcomeServer(database, false, true, Optional.of(cluster));
    }

    Wire wire() {
        return wire;
    }

    Wire replicaWire() {
        return replicaWire;
    }

    Account database() {
        return database;
    }

    Http http() {
        return server.http();
    }

    static int newId() {
        return NEXT_ID.getAndIncrement();
    }

    static ChairRow chair(int id) {
        return Rows.chair(id);
    }

    /** A chair of which there are some pieces. */
    int newChair(int stock) {
        int id = newId();
        http().post("/api/chair", Upload.chairs(List.of(Rows.stock(chair(id), stock)))).expectEmpty(201);
        return id;
    }

    /** Null without such a row. */
    Integer stock(int id) throws SQLException {
        String stock = database.single("SELECT stock FROM isuumo.chair WHERE id = " + id);
        return stock == null ? null : Integer.valueOf(stock);
    }

    /** Until a detail is answered as the rows say, and nobody has to be told to come again. */
    void awaitDetail(int id, int status) throws InterruptedException {
        await(id + " is not answered " + status, () -> http().get("/api/chair/" + id).status() == status);
    }

    /** Ends the connection. */
    void kill(long thread) throws SQLException, InterruptedException {
        database.execute("KILL " + thread);
        await(thread + " is still there", () -> !isRunning("id = " + thread));
    }

    /** Ends the statement, and leaves the connection. */
    void killQuery(long thread) throws SQLException {
        database.execute("KILL QUERY " + thread);
    }

    /** Whether the database has such a thread. */
    boolean isRunning(String condition) {
        try {
            return database.single("SELECT 1 FROM information_schema.processlist WHERE " + condition) != null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Something that becomes true by itself. */
    interface Condition {
        boolean holds();
    }

    static void await(String otherwise, Condition condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(AWAIT_SECONDS);
        while (!condition.holds()) {
            assertTrue(System.nanoTime() < deadline, otherwise);
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    @Override
    public void close() {
        server.close();
        try {
            wire.close();
            replicaWire.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

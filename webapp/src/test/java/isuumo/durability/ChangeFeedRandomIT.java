package isuumo.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import isuumo.FollowingHost;
import isuumo.catalog.Uploads;
import isuumo.chair.ChairWrites;
import isuumo.feed.FeedTuning;
import isuumo.testing.Account;
import isuumo.testing.Replication;
import isuumo.testing.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Thousands of seeded random transactions, some through the writer and some behind its back; then all agree. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangeFeedRandomIT {
    private static final int ROWS = 300;
    private static final int MAX_ID = 2 * ROWS;
    private static final int ROUNDS = 10;
    private static final int TRANSACTIONS_A_ROUND = 300;
    private static final FeedTuning TUNING = new FeedTuning(100, 1_000, 10, 200, 10_000, 10 * ROWS);

    private Replication databases;
    private FollowingHost writer;
    private FollowingHost reader;

    @BeforeAll
    void start() throws Exception {
        databases = new Replication("change-feed-random");
        Account primary = databases.primary();
        writer = new FollowingHost(databases.primaryItself(), primary, SmallData.directory(ROWS), TUNING).start();
        reader = new FollowingHost(primary, databases.replica(), SmallData.directory(ROWS), TUNING).start();
    }

    @AfterAll
    void stop() {
        reader.close();
        writer.close();
        databases.close();
    }

    @Test
    void oneAfterTheOther() throws Exception {
        Random random = new Random(20201121);
        try (Connection connection = databases.primary().connect(); Statement byHand = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < TRANSACTIONS_A_ROUND; i++) {
                    if (random.nextInt(4) == 0) {
                        throughTheWriter(random);
                    } else {
                        byHand(random, byHand);
                    }
                }
                writer.assertAsBuiltAnew(MAX_ID);
                reader.assertAsBuiltAnew(MAX_ID);
            }
        }
        assertEquals(List.of(), writer.listener().rebuilds());
        assertEquals(List.of(), reader.listener().rebuilds());
    }

    private void throughTheWriter(Random random) throws Exception {
        int id = random.nextInt(MAX_ID);
        switch (random.nextInt(30)) {
            case 0 -> writer.restore();
            case 1, 2 -> addIfNew("chair", id, () -> Uploads.add(writer.chairs(),
                    List.of(Rows.stock(Rows.chair(id), random.nextInt(3)))));
            case 3, 4 -> addIfNew("estate", id, () -> Uploads.add(writer.estates(), List.of(Rows.estate(id))));
            default -> {
                while (ChairWrites.buy(writer.chairs(), id)) {
                    // until it is sold out
                }
            }
        }
    }

    private interface Write {
        void run() throws Exception;
    }

    private void addIfNew(String table, int id, Write write) throws Exception {
        if (databases.primary().single("SELECT 1 FROM isuumo." + table + " WHERE id = " + id) == null) {
            write.run();
        }
    }

    /** One to four statements, committed or rolled back. */
    private static void byHand(Random random, Statement statement) throws SQLException {
        int statements = 1 + random.nextInt(4);
        for (int i = 0; i < statements; i++) {
            statement.execute(sql(random));
        }
        if (random.nextInt(8) == 0) {
            statement.getConnection().rollback();
        } else {
            statement.getConnection().commit();
        }
    }

    private static String sql(Random random) {
        int id = random.nextInt(MAX_ID);
        int few = 1 + random.nextInt(5);
        String from = " WHERE id BETWEEN " + id + " AND " + (id + random.nextInt(10));
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> "UPDATE isuumo.chair SET stock = stock - 1" + from + " AND stock > 0";
            case 3 -> "UPDATE isuumo.chair SET stock = 0" + from;
            case 4 -> "UPDATE isuumo.chair SET stock = stock + " + few + from;
            case 5 -> "UPDATE isuumo.chair SET price = price + 1, description = CONCAT('値段 ', price)" + from;
            case 6 -> "UPDATE isuumo.chair SET popularity = " + random.nextInt(1000) + ", stock = " + (few - 1) + from;
            case 7 -> "DELETE FROM isuumo.chair WHERE id = " + id;
            case 8 -> "DELETE FROM isuumo.estate" + from;
            case 9 -> "REPLACE INTO isuumo.chair SELECT " + id + ", name, description, thumbnail, price, height, width,"
                    + " depth, color, features, kind, popularity, " + (few - 1)
                    + " FROM isuumo.chair ORDER BY id LIMIT 1";
            case 10 -> "REPLACE INTO isuumo.estate SELECT " + id + ", name, description, thumbnail, address, latitude,"
                    + " longitude, rent, door_height, door_width, features, popularity FROM isuumo.estate ORDER BY id "
                    + "LIMIT " + 1;
            default -> "UPDATE isuumo.estate SET rent = rent + 1, latitude = latitude + 0.1" + from;
        };
    }

    /** Chairs of the first half are only sold: once the last piece is, nobody may see them again, while links are cut. */
    @Test
    void allAtOnce() throws Exception {
        writer.restore();
        databases.primary().execute("UPDATE isuumo.chair SET stock = 3 WHERE id <= " + ROWS);
        writer.restore();
        AtomicBoolean over = new AtomicBoolean();
        ConcurrentLinkedQueue<Integer> soldOut = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<String> seen = new ConcurrentLinkedQueue<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> looking = threads.submit(() -> {
                while (!over.get()) {
                    soldOut.stream().filter(id -> writer.chairs().catalog().shows(id))
                            .forEach(id -> seen.add("chair " + id));
                }
            });
            List<Callable<Void>> buyers = new ArrayList<>();
            IntStream.range(0, 4).forEach(seed -> buyers.add(() -> buyAll(new Random(seed), soldOut)));
            buyers.add(() -> disturb(new Random(99)));
            List<Future<Void>> done = threads.invokeAll(buyers);
            over.set(true); // before anything here can fail: the pool is left once all its threads have ended
            looking.get();
            for (Future<Void> buyer : done) {
                buyer.get();
            }
        }
        assertEquals(List.of(), List.copyOf(seen));
        writer.assertAsBuiltAnew(MAX_ID);
        reader.assertAsBuiltAnew(MAX_ID);
        assertEquals("0", databases.primary().single("SELECT SUM(stock) FROM isuumo.chair WHERE id <= " + ROWS / 2));
    }

    private Void buyAll(Random random, ConcurrentLinkedQueue<Integer> soldOut) throws Exception {
        List<Integer> ids = new ArrayList<>(IntStream.rangeClosed(1, ROWS / 2).boxed().toList());
        while (!ids.isEmpty()) {
            int i = random.nextInt(ids.size());
            if (!ChairWrites.buy(writer.chairs(), ids.get(i))) {
                soldOut.add(ids.remove(i));
            }
        }
        return null;
    }

    /** Other rows are changed, and the feeds reconnect. */
    private Void disturb(Random random) throws Exception {
        for (int i = 0; i < 100; i++) {
            int id = ROWS / 2 + 1 + random.nextInt(ROWS / 2);
            String stock = random.nextBoolean() ? "0" : "stock + 1";
            databases.primaryItself().execute("UPDATE isuumo.chair SET stock = " + stock + " WHERE id = " + id);
            switch (i % 20) {
                case 0 -> databases.toReplica().cut();
                case 5 -> databases.toPrimary().fallSilent(); // the writer's feed is late
                case 15 -> databases.toPrimary().speak();
                default -> {
                    // goes on
                }
            }
        }
        return null;
    }
}

package isuumo.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import isuumo.catalog.Uploads;
import isuumo.chair.ChairCatalog;
import isuumo.chair.ChairWrites;
import isuumo.store.DuplicateIdException;
import isuumo.store.InitialData;
import isuumo.testing.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Restoring puts back the catalogs that were kept, unless others have changed the rows; whoever follows does as much. */
class RestoreIT extends FollowingHosts {
    @Test
    void theInitialCatalogsArePutBack() throws Exception {
        ChairCatalog initial = writer.chairs().catalog();
        sellAndAdd();
        assertNotSame(initial, writer.chairs().catalog());
        writer.restore();
        assertSame(initial, writer.chairs().catalog());
        assertFollowedWithoutRebuild();
        assertInitial();
    }

    @Test
    void theyAreKnownAfterAStartWithOtherRowsToo() throws Exception {
        ChairCatalog initial = writer.chairs().catalog();
        sellAndAdd();
        try (var restarted = writer(databases.primary()).start()) {
            restarted.assertAsBuiltAnew(MAX_ID);
            ChairCatalog built = restarted.chairs().catalog();
            restarted.restore();
            assertEquals(initial.size(), restarted.chairs().catalog().size());
            ChairCatalog putBack = restarted.chairs().catalog();
            assertNotSame(built, putBack);
            ChairWrites.buy(restarted.chairs(), 1);
            restarted.restore();
            assertSame(putBack, restarted.chairs().catalog());
        }
        assertFollowedWithoutRebuild();
        assertInitial();
    }

    @Test
    void whatOthersHaveChangedIsRestoredToo() throws Exception {
        sellAndAdd();
        execute("UPDATE isuumo.chair SET stock = 0 WHERE id BETWEEN 100 AND 120",
                "UPDATE isuumo.chair SET id = id + 1000 WHERE id BETWEEN 200 AND 210",
                "UPDATE isuumo.estate SET latitude = latitude + 1e-13 WHERE id = 3");
        writer.restore();
        assertAsBuiltAnew();
        assertInitial();
    }

    @Test
    void anUploadOfAnInitialIdThatWasRefusedDeletesNothing() throws Exception {
        ChairCatalog initial = writer.chairs().catalog();
        List<String> warnings = new CopyOnWriteArrayList<>();
        Logger log = Logger.getLogger(InitialData.class.getName());
        log.setFilter(message -> warnings.add(message.getMessage()));
        try {
            Uploads.add(writer.chairs(), List.of(Rows.chair(ROWS + 7), Rows.chair(7)));
            throw new AssertionError("chair 7 was stored twice");
        } catch (DuplicateIdException _) {
            // as it should be
        }
        writer.restore();
        log.setFilter(null);
        assertEquals(List.of(), warnings, "everything was loaded again");
        assertSame(initial, writer.chairs().catalog());
        assertFollowedWithoutRebuild();
        assertInitial();
    }

    /** Others write while the rows are restored: what is committed after it stays, on every host. */
    @Test
    void othersWriteMeanwhile() throws Exception {
        Random random = new Random(7);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 15; round++) {
                List<Future<Void>> others = new ArrayList<>();
                for (int other = 0; other < 4; other++) {
                    Random seeded = new Random(random.nextLong());
                    others.add(threads.submit(() -> byHand(seeded)));
                }
                restoreUnlessDeadlocked();
                for (Future<Void> other : others) {
                    other.get();
                }
                writer.assertAsBuiltAnew(MAX_ID);
            }
        }
        assertAsBuiltAnew();
    }

    /** At any moment of a restore that has nothing to undo: that looks at the rows only once. */
    @Test
    void oneOtherWriteComesInBetween() throws Exception {
        Random random = new Random(8);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection connection = databases.primary().connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
            for (int round = 0; round < 60; round++) {
                writer.restore();
                int delayMicros = random.nextInt(6_000);
                String sql = sql(random);
                Future<Boolean> other = threads.submit(() -> {
                    LockSupport.parkNanos(delayMicros * 1_000L);
                    return statement.execute(sql);
                });
                writer.restore();
                other.get();
                writer.assertAsBuiltAnew(MAX_ID);
            }
        }
    }

    private void restoreUnlessDeadlocked() throws Exception {
        try {
            writer.restore();
        } catch (SQLException e) {
            assertEquals("40001", e.getSQLState(), e.toString());
        }
    }

    /** One connection, so that a statement waits for the restore's locks and not for its own login. */
    private Void byHand(Random random) throws SQLException {
        try (Connection connection = databases.primary().connect();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < 40; i++) {
                try {
                    statement.execute(sql(random));
                } catch (SQLException e) {
                    assertEquals("40001", e.getSQLState(), e.toString());
                }
            }
        }
        return null;
    }

    private static String sql(Random random) {
        int id = 1 + random.nextInt(ROWS);
        return switch (random.nextInt(4)) {
            case 0 -> "UPDATE isuumo.chair SET stock = 0 WHERE id = " + id;
            case 1 -> "UPDATE isuumo.chair SET price = price + 1 WHERE id = " + id;
            case 2 -> "DELETE FROM isuumo.estate WHERE id = " + id;
            default -> "INSERT INTO isuumo.chair SELECT " + (ROWS + id) + ", name, description, thumbnail, price, "
                    + "height, width, depth, color, features, kind, popularity, stock FROM isuumo.chair "
                    + "ORDER BY id LIMIT 1 ON DUPLICATE KEY UPDATE price = 1";
        };
    }

    private void sellAndAdd() throws Exception {
        Uploads.add(writer.chairs(), List.of(Rows.chair(ROWS + 1), Rows.chair(ROWS + 2)));
        Uploads.add(writer.estates(), List.of(Rows.estate(ROWS + 1)));
        for (int id = 1; id <= 20; id++) {
            while (ChairWrites.buy(writer.chairs(), id)) {
                // until it is sold out
            }
        }
    }

    private void assertInitial() throws Exception {
        assertEquals("1-1", databases.primary().single("SELECT CONCAT_WS('-', chair_checksum = ("
                + "SELECT CONCAT_WS('-', COUNT(*), SUM(crc), BIT_XOR(crc)) FROM (SELECT CRC32(CONCAT_WS('\n', "
                + "id, name, description, thumbnail, price, height, width, depth, color, features, kind, popularity, "
                + "stock)) AS crc FROM isuumo.chair) AS crcs), "
                + "(SELECT COUNT(*) FROM isuumo.estate) = " + ROWS + ") FROM isuumo.initial_data"));
    }
}

package isuumo.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.FollowingHost;
import isuumo.catalog.UploadLimits;
import isuumo.catalog.Uploads;
import isuumo.chair.ChairWrites;
import isuumo.testing.Account;
import isuumo.testing.Rows;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What is done to the rows and the tables is followed: each kind of change, and how much is read anew for it. */
class ChangeFeedIT extends FollowingHosts {
    @Test
    void salesDeliveriesUploadsAndDeletions() throws Exception {
        execute("UPDATE isuumo.chair SET stock = 1 WHERE id = 1",
                "UPDATE isuumo.chair SET stock = stock - 1 WHERE id = 1",
                "UPDATE isuumo.chair SET stock = 0 WHERE id BETWEEN 10 AND 200",
                "UPDATE isuumo.chair SET stock = 3 WHERE id BETWEEN 20 AND 30",
                "INSERT INTO isuumo.chair SELECT id + 300, name, description, thumbnail, 1, height, width, depth, color,"
                        + " features, kind, popularity, stock FROM isuumo.chair WHERE id BETWEEN 1 AND 50",
                "INSERT INTO isuumo.estate SELECT id + 300, name, description, thumbnail, address, latitude, longitude,"
                        + " 1, door_height, door_width, features, popularity FROM isuumo.estate WHERE id <= 50",
                "DELETE FROM isuumo.chair WHERE id BETWEEN 30 AND 40", "DELETE FROM isuumo.estate WHERE id = 7",
                "UPDATE isuumo.chair SET description = '引き出し 🪑', price = 0 WHERE id = 2",
                "UPDATE isuumo.estate SET latitude = latitude + 1e-13, popularity = 1 WHERE id = 3",
                "UPDATE isuumo.chair SET id = 600 WHERE id = 3");
        assertFollowedWithoutRebuild();
    }

    @Test
    void aTransactionIsTakenWholeOrNotAtAll() throws Exception {
        try (var connection = databases.primary().connect(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("DELETE FROM isuumo.chair WHERE id = 5");
            statement.execute("SAVEPOINT a");
            statement.execute("UPDATE isuumo.chair SET stock = 0 WHERE id = 6");
            statement.execute("ROLLBACK TO SAVEPOINT a");
            statement.execute("UPDATE isuumo.estate SET rent = 5 WHERE id = 5");
            connection.commit();
            statement.execute("DELETE FROM isuumo.chair");
            connection.rollback();
        }
        assertFollowedWithoutRebuild();
    }

    @Test
    void anInitializeOfTheWriter() throws Exception {
        execute("UPDATE isuumo.chair SET stock = 0 WHERE id < 200",
                "INSERT INTO isuumo.chair SELECT id + 300, name, description, thumbnail, 1, height, width, depth, color,"
                        + " features, kind, popularity, 4 FROM isuumo.chair WHERE id BETWEEN 1 AND 50");
        writer.restore();
        assertFollowedWithoutRebuild();
        execute("DELETE FROM isuumo.estate WHERE id = 8"); // makes the next one load everything
        writer.restore();
        assertFollowedWithoutRebuild();
    }

    @Test
    void moreRowsThanAHostHasRoomForAreNotTakenUntilTheyAreFewer() throws Exception {
        Account primary = databases.primary();
        try (FollowingHost small = new FollowingHost(primary, databases.replica(), SmallData.directory(ROWS), TUNING,
                new UploadLimits(ROWS, 2 * ROWS + 10, 1)).start()) {
            execute("INSERT INTO isuumo.chair SELECT id + 300, name, description, thumbnail, 1, height, width, depth, color,"
                    + " features, kind, popularity, 4 FROM isuumo.chair WHERE id <= 10");
            small.assertAsBuiltAnew(MAX_ID);
            execute("INSERT INTO isuumo.estate SELECT id + 300, name, description, thumbnail, address, latitude, longitude,"
                    + " 1, door_height, door_width, features, popularity FROM isuumo.estate WHERE id <= 50");
            String why = small.awaitRoom(false);
            assertTrue(why.startsWith("The database holds 660 rows, and this host has room for 610"), why);
            assertEquals(ROWS, small.estates().catalog().size());
            execute("DELETE FROM isuumo.estate WHERE id > 300");
            small.awaitRoom(true);
            small.assertAsBuiltAnew(MAX_ID);
            execute("UPDATE isuumo.chair SET stock = 0 WHERE id = 9");
            small.assertAsBuiltAnew(MAX_ID);
        }
        assertAsBuiltAnew();
    }

    @Test
    void otherTablesAndAccountsDoNotMatter() throws Exception {
        execute("CREATE TABLE isuumo.other (id INTEGER PRIMARY KEY, shape GEOMETRY, stuff JSON)",
                "INSERT INTO isuumo.other VALUES (1, POINT(1, 2), '{\"a\":1}')", "DROP TABLE isuumo.other",
                "ANALYZE TABLE isuumo.chair");
        assertFollowedWithoutRebuild();
    }

    @Test
    void aNewFileOfTheLog() throws Exception {
        execute("UPDATE isuumo.chair SET stock = 0 WHERE id = 1", "FLUSH BINARY LOGS",
                "UPDATE isuumo.chair SET stock = 0 WHERE id = 2");
        databases.replica().execute("FLUSH BINARY LOGS");
        execute("UPDATE isuumo.chair SET stock = 0 WHERE id = 3");
        assertFollowedWithoutRebuild();
    }

    @Test
    void anAlteredTableIsReadAnewAndFollowedByItsNewColumns() throws Exception {
        execute("ALTER TABLE isuumo.chair ADD COLUMN extra INTEGER NOT NULL DEFAULT 1 FIRST");
        try {
            reader.listener().awaitRebuilds(1);
            writer.listener().awaitRebuilds(1);
            execute("UPDATE isuumo.chair SET stock = 0 WHERE id = 4", "UPDATE isuumo.chair SET price = 3 WHERE id = 5");
            assertAsBuiltAnew();
            assertEquals(1, writer.listener().rebuilds().size());
            assertEquals(1, reader.listener().rebuilds().size());
        } finally {
            execute("ALTER TABLE isuumo.chair DROP COLUMN extra");
        }
        assertAsBuiltAnew();
    }

    @Test
    void aTruncatedTable() throws Exception {
        execute("TRUNCATE TABLE isuumo.estate");
        assertRebuiltOnceAndGoesOn(writer);
        assertRebuiltOnceAndGoesOn(reader);
        execute("DELETE FROM isuumo.chair"); // so that the next restore loads everything
        assertAsBuiltAnew();
    }

    @Test
    void aTableThatIsGoneForAWhile() throws Exception {
        execute("RENAME TABLE isuumo.chair TO isuumo.elsewhere");
        reader.listener().awaitRebuilds(1);
        writer.listener().awaitRebuilds(1);
        execute("UPDATE isuumo.elsewhere SET stock = 0 WHERE id = 1", "RENAME TABLE isuumo.elsewhere TO isuumo.chair");
        assertAsBuiltAnew();
    }

    @Test
    void aHugeTransactionIsReadFromTheTables() throws Exception {
        execute("UPDATE isuumo.chair SET stock = stock + 1", "UPDATE isuumo.estate SET rent = rent + 1");
        assertFollowedWithoutRebuild();
        try (var connection = databases.primary().connect(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < 6; i++) {
                statement.execute("UPDATE isuumo.estate SET rent = rent + 1");
            }
            connection.commit();
        }
        assertRebuiltOnceAndGoesOn(writer);
        assertRebuiltOnceAndGoesOn(reader);
    }

    @Test
    void rowChangesThatAreLoggedAsStatements() throws Exception {
        try (var connection = databases.primary().connect(); var statement = connection.createStatement()) {
            statement.execute("SET SESSION binlog_format = STATEMENT");
            statement.execute("UPDATE isuumo.chair SET stock = 0 WHERE id = 11");
        }
        assertRebuiltOnceAndGoesOn(writer);
    }

    @Test
    void compressedTransactions() throws Exception {
        execute(databases.compression("ON"));
        try {
            execute("UPDATE isuumo.chair SET stock = 0 WHERE id = 12");
            writer.awaitStatus(status -> status.trouble().contains("compress") && status.trouble().contains("=OFF"));
        } finally {
            execute(databases.compression("OFF"));
        }
        execute("UPDATE isuumo.chair SET stock = 0 WHERE id = 13");
        assertAsBuiltAnew();
        assertEquals(1, writer.listener().rebuilds().size(), () -> writer.listener().rebuilds().toString());
        assertEquals(List.of(), reader.listener().rebuilds());
    }

    /** Not even the global setting tells of this. */
    @Test
    @EnabledIfSystemProperty(named = "test.replication", matches = "mysql")
    void oneSessionThatCompresses() throws Exception {
        execute("SET SESSION binlog_transaction_compression = ON", "UPDATE isuumo.chair SET stock = 0 WHERE id = 14");
        assertRebuiltOnceAndGoesOn(writer);
        assertTrue(writer.listener().rebuilds().getFirst().contains("is compressed"),
                writer.listener().rebuilds()::toString);
        assertEquals(List.of(), reader.listener().rebuilds());
    }

    /** The writer shows its own sales at once; then comes the feed with all that was before them. */
    @Test
    void aLateFeedNeverShowsAgainWhatWasSoldHere() throws Exception {
        writer.close();
        Account direct = databases.primaryItself();
        writer = new FollowingHost(direct, databases.primary(), SmallData.directory(ROWS), TUNING).start();
        direct.execute("UPDATE isuumo.chair SET stock = 3 WHERE id IN (1, 2)");
        writer.assertAsBuiltAnew(MAX_ID);

        databases.toPrimary().fallSilent();
        int uploaded = ROWS + 1;
        Uploads.add(writer.chairs(), List.of(Rows.chair(uploaded)));
        direct.execute("UPDATE isuumo.chair SET stock = 0 WHERE id = 2",
                "UPDATE isuumo.chair SET stock = 1 WHERE id = 2");
        List<Integer> sold = List.of(1, 2, uploaded);
        for (int id : sold) {
            while (ChairWrites.buy(writer.chairs(), id)) {
                // until it is sold out
            }
        }
        Set<Integer> seen = new ConcurrentSkipListSet<>();
        writer.listener().observe(() -> sold.stream().filter(id -> writer.chairs().catalog().shows(id))
                .forEach(seen::add));
        databases.toPrimary().speak();

        assertFollowedWithoutRebuild();
        assertEquals(Set.of(), seen);
        direct.execute("UPDATE isuumo.chair SET stock = 1 WHERE id = 2"); // a newer delivery does
        assertFollowedWithoutRebuild();
        assertEquals(Set.of(2), seen);
    }

    /** In few publications, of which some are merges. */
    @Test
    void whatHasArrivedIsShownAtOnce() throws Exception {
        int uploads = 100;
        databases.toReplica().fallSilent();
        for (int id = ROWS + 1; id <= ROWS + uploads; id++) {
            Uploads.add(writer.chairs(), List.of(Rows.chair(id)));
        }
        databases.awaitReplica();
        long before = reader.chairs().generation();
        databases.toReplica().speak();
        assertFollowedWithoutRebuild();
        long publications = reader.chairs().generation() - before;
        assertTrue(publications >= 1 && publications <= uploads / 5, () -> publications + " publications");
    }
}

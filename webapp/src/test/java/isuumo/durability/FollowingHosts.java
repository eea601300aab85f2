package isuumo.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import isuumo.FollowingHost;
import isuumo.feed.FeedTuning;
import isuumo.testing.Account;
import isuumo.testing.Replication;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/**
 * Two hosts, one at the primary and one at a replica, follow what is done to the rows and to the servers: afterwards
 * their catalogs are those that a build from the tables gives.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FollowingHosts {
    static final int ROWS = 300;
    static final int MAX_ID = 2 * ROWS;
    /** Loading everything again is followed: 4 x 300 changes. */
    static final FeedTuning TUNING = new FeedTuning(100, 1_000, 10, 200, 300, 5 * ROWS);

    Replication databases;
    FollowingHost writer;
    FollowingHost reader;

    @BeforeAll
    void replicate() throws Exception {
        databases = new Replication(getClass().getSimpleName());
    }

    @AfterAll
    void stop() {
        databases.close();
    }

    @BeforeEach
    void start() throws Exception {
        Account primary = databases.primary();
        writer = writer(primary).start();
        writer.restore();
        reader = new FollowingHost(primary, databases.replica(), SmallData.directory(ROWS), TUNING).start();
    }

    static FollowingHost writer(Account primary) throws Exception {
        return new FollowingHost(primary, primary, SmallData.directory(ROWS), TUNING);
    }

    @AfterEach
    void close() {
        reader.close();
        writer.close();
    }

    final void execute(String... sql) throws Exception {
        databases.primary().execute(sql);
    }

    final void assertAsBuiltAnew() throws Exception {
        writer.assertAsBuiltAnew(MAX_ID);
        reader.assertAsBuiltAnew(MAX_ID);
    }

    final void assertFollowedWithoutRebuild() throws Exception {
        assertAsBuiltAnew();
        assertEquals(List.of(), writer.listener().rebuilds());
        assertEquals(List.of(), reader.listener().rebuilds());
    }

    /** After this, something more is applied: the feed goes on. */
    final void assertRebuiltOnceAndGoesOn(FollowingHost host) throws Exception {
        host.assertAsBuiltAnew(MAX_ID);
        assertEquals(1, host.listener().rebuilds().size(), () -> host.listener().rebuilds().toString());
        execute("UPDATE isuumo.chair SET stock = 0 WHERE id = 9");
        host.assertAsBuiltAnew(MAX_ID);
        assertEquals(1, host.listener().rebuilds().size(), () -> host.listener().rebuilds().toString());
    }
}

package isuumo.durability;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.FollowingHost;
import isuumo.feed.FeedStatus;
import isuumo.feed.FeedTuning;
import isuumo.store.DatabaseException;
import isuumo.testing.Account;
import isuumo.testing.Replication;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A server keeps its tagged transactions for good: the change feed stands still, and says why. */
@EnabledIfSystemProperty(named = "test.replication", matches = "mysql")
class TaggedTransactionIT {
    private static final int ROWS = 300;
    private static final FeedTuning TUNING = new FeedTuning(100, 1_000, 10, 200, 300, 5 * ROWS);

    @Test
    void isNamed() throws Exception {
        try (Replication databases = new Replication("tagged")) {
            Account primary = databases.primary();
            try (FollowingHost host = host(primary)) {
                host.start().awaitStatus(FeedStatus::connected); // a server that has one already is refused
                primary.execute("SET SESSION gtid_next = 'AUTOMATIC:test'",
                        "UPDATE isuumo.chair SET stock = 0 WHERE id = 1");
                host.listener().awaitRebuilds(1);
                host.awaitStatus(status -> status.trouble().contains(":test:1"));
            }
            try (FollowingHost host = host(primary)) {
                var e = assertThrows(DatabaseException.class, host::start);
                assertTrue(e.getMessage().contains(":test:1"), e::getMessage);
            }
        }
    }

    private static FollowingHost host(Account primary) throws IOException {
        return new FollowingHost(primary, primary, SmallData.directory(ROWS), TUNING);
    }
}

package isuumo.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.FollowingHost;
import isuumo.feed.FeedStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Links that are cut, servers that crash, logs that are gone: the feed goes on, or reads anew what it cannot follow. */
class ChangeFeedFaultsIT extends FollowingHosts {
    @Test
    void aCutLink() throws Exception {
        for (int i = 0; i < 5; i++) {
            databases.toPrimary().cut();
            databases.toReplica().cut();
            execute("UPDATE isuumo.chair SET stock = 0 WHERE id = " + (50 + i));
        }
        assertFollowedWithoutRebuild();
    }

    @Test
    void aLinkThatFallsSilent() throws Exception {
        reader.awaitStatus(FeedStatus::connected);
        databases.toReplica().fallSilent();
        try {
            execute("UPDATE isuumo.chair SET stock = 0 WHERE id = 60");
            writer.assertAsBuiltAnew(MAX_ID);
            reader.awaitStatus(status -> !status.connected());
        } finally {
            databases.toReplica().speak();
        }
        assertFollowedWithoutRebuild();
        reader.awaitStatus(FeedStatus::connected);
    }

    @Test
    void crashesOfTheServers() throws Exception {
        execute("UPDATE isuumo.chair SET stock = 0 WHERE id = 70");
        databases.crashAndRestartReplica();
        execute("UPDATE isuumo.chair SET stock = 0 WHERE id = 71");
        assertFollowedWithoutRebuild();
        databases.crashAndRestartPrimary();
        execute("UPDATE isuumo.chair SET stock = 0 WHERE id = 72");
        assertFollowedWithoutRebuild();
    }

    @Test
    void aPurgedLog() throws Exception {
        databases.toReplica().fallSilent(); // the feed cannot follow for a while
        databases.toReplica().cut();
        execute("UPDATE isuumo.chair SET stock = 0 WHERE id = 80");
        databases.awaitReplica();
        databases.purgeLogOfReplica();
        databases.toReplica().speak();
        assertRebuiltOnceAndGoesOn(reader);
        assertTrue(reader.listener().rebuilds().getFirst().contains("purged"), reader.listener().rebuilds()::toString);
    }

    @Test
    void aReplacedReplicaThatIsBehind() throws Exception {
        String before = databases.position();
        execute("UPDATE isuumo.chair SET stock = 0 WHERE id = 90");
        assertFollowedWithoutRebuild();
        databases.replaceReplicaUntil(before);
        reader.listener().awaitRebuilds(1); // older rows: whoever answers from them must be told
        assertTrue(reader.listener().rebuilds().getFirst().contains("has not executed"));
        databases.continueReplica(before);
        assertAsBuiltAnew();
    }

    @Test
    void aReplicaRestoredFromABackupHasAnEmptyLog() throws Exception {
        execute("UPDATE isuumo.chair SET stock = 0 WHERE id = 95");
        reader.assertAsBuiltAnew(MAX_ID);
        databases.restoreReplicaFromBackup();
        execute("UPDATE isuumo.chair SET stock = 0 WHERE id = 96");
        reader.assertAsBuiltAnew(MAX_ID);
        assertEquals(List.of(), reader.listener().rebuilds());
    }
}

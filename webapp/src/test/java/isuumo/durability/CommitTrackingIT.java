package isuumo.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.data.DataDirectory;
import isuumo.gtid.GtidSet;
import isuumo.outcome.Outcome;
import isuumo.store.Database;
import isuumo.store.InitialData;
import isuumo.store.RowStore;
import isuumo.store.RowWrites.Sale;
import isuumo.table.ChairRow;
import isuumo.table.EstateRow;
import isuumo.testing.Account;
import isuumo.testing.DatabaseProcess;
import isuumo.testing.EmbeddedHome;
import isuumo.testing.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each write tells its global transaction id, where that is asked for. On a database of its own. */
class CommitTrackingIT {
    private static final int ID = 600_000;

    @Test
    void eachWriteTellsItsTransaction() throws Exception {
        EmbeddedHome home = EmbeddedHome.empty("commit-tracking");
        try (DatabaseProcess server = DatabaseProcess.logging(home, 7);
                Database database = open(server.account(), true)) {
            InitialData initial = new InitialData(database, DataDirectory.open(SmallData.directory()));
            initial.prepare();
            RowStore<ChairRow> chairs = new RowStore<>(database, ChairRow.TABLE);
            GtidSet start = initial.restore().executed();

            GtidSet chair = chairs.insert(List.of(Rows.stock(Rows.chair(ID), 2), Rows.chair(ID + 1)));
            GtidSet estate = new RowStore<>(database, EstateRow.TABLE).insert(List.of(Rows.estate(ID)));
            Sale first = chairs.sell(ID).orElseThrow();
            Sale last = chairs.sell(ID).orElseThrow();
            assertTrue(chairs.sell(ID).isEmpty());
            GtidSet end = initial.restore().executed();

            List<GtidSet> inOrder = List.of(start, chair, estate, first.commit(), last.commit(), end);
            GtidSet earlier = GtidSet.EMPTY;
            for (GtidSet commit : inOrder) {
                assertFalse(earlier.covers(commit), inOrder::toString);
                earlier = earlier.plus(commit);
            }
            assertEquals(GtidSet.EMPTY, chairs.insert(List.of()));
        }
    }

    @Test
    void aServerWithoutALogIsRefusedOnlyWhereTransactionsAreAskedFor() throws Exception {
        EmbeddedHome home = EmbeddedHome.empty("commit-tracking-without-log");
        try (DatabaseProcess server = DatabaseProcess.withoutLog(home);
                Database asking = open(server.account(), true);
                Database notAsking = open(server.account(), false)) {
            new InitialData(notAsking, DataDirectory.open(SmallData.directory())).prepare();
            assertEquals(GtidSet.EMPTY, new RowStore<>(notAsking, ChairRow.TABLE).insert(List.of(Rows.chair(ID))));
            RowStore<ChairRow> chairs = new RowStore<>(asking, ChairRow.TABLE);
            var e = assertThrows(Outcome.Unknown.class, () -> chairs.insert(List.of(Rows.chair(ID + 1))));
            assertTrue(e.getCause().getMessage().contains("log_bin"), e.getCause().getMessage());
        }
    }

    private static Database open(Account account, boolean tracksCommits) {
        return new Database(account.server(2), account.server(2), tracksCommits);
    }
}

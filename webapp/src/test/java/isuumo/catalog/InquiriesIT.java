package isuumo.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.cluster.Barrier;
import isuumo.gtid.GtidSet;
import isuumo.store.Database;
import isuumo.testing.Integration;
import isuumo.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an inquiry shows was committed some time before: every other host must be required to show it first. */
@ExtendWith(Integration.class)
class InquiriesIT {
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final TestDatabase database;

    InquiriesIT(TestDatabase database) {
        this.database = database;
    }

    private final Barrier barrier = new Barrier() {
        @Override
        public void committed(GtidSet write) {
            events.add("required of the others");
        }

        @Override
        public void await(GtidSet write) {}

        @Override
        public void confirm() {}

        @Override
        public void awaitShown() {}

        @Override
        public void awaitCommitted() {}
    };

    @Test
    void othersAreRequiredToShowItBeforeThisHostDoesAndAgainForEachAttempt() throws Exception {
        CountDownLatch shown = new CountDownLatch(2);
        try (Database own = new Database(database.account().server(2), database.account().server(2), false);
                Inquiries inquiries = new Inquiries(own, barrier)) {
            inquiries.open("a test", () -> {
                events.add("shown");
                shown.countDown();
                if (shown.getCount() > 0) {
                    throw new SQLException("not yet");
                }
            });
            assertTrue(shown.await(30, TimeUnit.SECONDS));
        }
        assertEquals(List.of("required of the others", "shown", "required of the others", "shown"), events);
    }
}

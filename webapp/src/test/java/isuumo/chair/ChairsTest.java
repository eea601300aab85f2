package isuumo.chair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.catalog.CatalogPosition;
import isuumo.catalog.Inquiries;
import isuumo.catalog.UploadDoor;
import isuumo.catalog.UploadLimits;
import isuumo.catalog.Uploads;
import isuumo.catalog.WriteGate;
import isuumo.catalog.WritePath;
import isuumo.cluster.Barrier;
import isuumo.gtid.GtidSet;
import isuumo.store.DuplicateIdException;
import isuumo.store.RowWrites;
import isuumo.table.ChairRow;
import isuumo.testing.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever becomes of a write, the barrier is the last that is asked before it is answered. */
class ChairsTest {
    private static final GtidSet COMMIT = GtidSet.parse("0-1-7");
    private static final int CHAIR = 1;

    private final List<String> asked = new ArrayList<>();
    private int stock;
    private boolean there;

    private final Barrier barrier = new Barrier() {
        @Override
        public void committed(GtidSet write) {}

        @Override
        public void await(GtidSet write) {
            asked.add("await " + write);
        }

        @Override
        public void confirm() {
            asked.add("confirm");
        }

        @Override
        public void awaitShown() {
            asked.add("awaitShown");
        }

        @Override
        public void awaitCommitted() {
            asked.add("awaitCommitted");
        }
    };

    private final RowWrites<ChairRow> table = new RowWrites<>() {
        @Override
        public GtidSet insert(List<ChairRow> rows) throws DuplicateIdException {
            asked.add("insert");
            if (there) {
                throw new DuplicateIdException("it is there", null);
            }
            return COMMIT;
        }

        @Override
        public List<ChairRow> stored(List<Integer> ids) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Sale> sell(int id) {
            asked.add("sell");
            return stock == 0 ? Optional.empty() : Optional.of(new Sale(--stock, COMMIT));
        }
    };

    private final Chairs chairs = new Chairs(table, new WritePath(new UploadDoor(UploadLimits.NONE), new WriteGate(),
            new CatalogPosition(), barrier, new Inquiries(null, barrier), Runnable::run));

    @Test
    void aPurchaseIsConfirmedAndTheLastOneWaits() {
        stock = 2;
        assertTrue(chairs.buy(CHAIR) && chairs.buy(CHAIR));
        assertEquals(List.of("sell", "confirm", "sell", "await " + COMMIT), asked);
    }

    @Test
    void aRefusalWaitsForWhatItFollowsFrom() {
        assertFalse(chairs.buy(CHAIR) || chairs.buy(1L << 40));
        assertEquals(List.of("sell", "awaitCommitted", "awaitShown"), asked);
    }

    @Test
    void anUploadWaitsWhetherItIsStoredOrNot() throws Exception {
        Uploads.add(chairs, List.of(Rows.chair(CHAIR)));
        there = true;
        assertThrows(DuplicateIdException.class, () -> Uploads.add(chairs, List.of(Rows.chair(CHAIR))));
        assertEquals(List.of("insert", "await " + COMMIT, "insert", "awaitCommitted"), asked);
    }
}

package isuumo.chair;

import isuumo.store.ChairRow;
import isuumo.store.ChairTable;
import isuumo.store.DuplicateIdException;
import isuumo.store.Published;
import isuumo.store.WriteGate;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;

/**
 * The chairs that are served, and every change to them: first durably in the database, then in the catalog, then
 * answered. Thread-safe.
 */
public final class Chairs {
    private final ChairTable table;
    private final WriteGate gate;
    private final Published<ChairCatalog> catalog = new Published<>();

    public Chairs(ChairTable table, WriteGate gate) {
        this.table = table;
        this.gate = gate;
    }

    /** The latest snapshot; null before the first {@link #publish}. */
    public ChairCatalog catalog() {
        return catalog.get();
    }

    public void publish(ChairCatalog next) {
        catalog.set(next);
    }

    /**
     * Sells one piece. When it was the last, or none was left, no list or detail asked for after this returned shows the
     * chair.
     *
     * @return false when there is no such chair or it is sold out
     */
    boolean buy(long id) throws SQLException {
        return gate.write(() -> {
            if (!catalog().isInStock(id)) {
                return false; // stock never rises but by a restore, which the gate keeps out
            }
            OptionalInt left = table.sell((int) id);
            if (left.orElse(0) == 0) { // the last piece; or refused, since its buyer is about to publish the same
                catalog.update(current -> current.withSoldOut((int) id));
            }
            return left.isPresent();
        });
    }

    /** Stores and shows every chair, or none. */
    void add(List<ChairRow> rows) throws SQLException, DuplicateIdException {
        gate.<Void, DuplicateIdException>write(() -> {
            table.insert(rows);
            catalog.update(current -> current.with(rows));
            return null;
        });
    }
}

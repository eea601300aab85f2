package isuumo.estate;

import isuumo.store.DuplicateIdException;
import isuumo.store.EstateRow;
import isuumo.store.EstateTable;
import isuumo.store.Published;
import isuumo.store.WriteGate;
import java.sql.SQLException;
import java.util.List;

/**
 * The estates that are served, and every change to them: first durably in the database, then in the catalog, then
 * answered. Thread-safe.
 */
public final class Estates {
    private final EstateTable table;
    private final WriteGate gate;
    private final Published<EstateCatalog> catalog = new Published<>();

    public Estates(EstateTable table, WriteGate gate) {
        this.table = table;
        this.gate = gate;
    }

    /** The latest snapshot; null before the first {@link #publish}. */
    public EstateCatalog catalog() {
        return catalog.get();
    }

    public void publish(EstateCatalog next) {
        catalog.set(next);
    }

    /** Stores and shows every estate, or none. */
    void add(List<EstateRow> rows) throws SQLException, DuplicateIdException {
        gate.<Void, DuplicateIdException>write(() -> {
            table.insert(rows);
            catalog.update(current -> current.with(rows));
            return null;
        });
    }
}

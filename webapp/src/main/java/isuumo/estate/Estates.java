package isuumo.estate;

import isuumo.cluster.Barrier;
import isuumo.store.Arrivals;
import isuumo.store.CatalogPosition;
import isuumo.store.DuplicateIdException;
import isuumo.store.EstateRow;
import isuumo.store.EstateTable;
import isuumo.store.GtidSet;
import isuumo.store.Published;
import isuumo.store.RowChange;
import isuumo.store.WriteGate;
import java.sql.SQLException;
import java.util.List;

/**
 * The estates that are served, and every change to them: first durably in the database, then in the catalog, then
 * answered. Thread-safe.
 *
 * <p>Where there is a change feed, writes may come before the first {@link #publish}: what they commit is in the rows that
 * the catalog is built from, or the feed brings it.
 */
public final class Estates {
    private final EstateTable table;
    private final WriteGate gate;
    private final CatalogPosition position;
    private final Barrier barrier;
    private final Arrivals arrivals = new Arrivals();
    private final Published<EstateCatalog> catalog = new Published<>();

    public Estates(EstateTable table, WriteGate gate, CatalogPosition position, Barrier barrier) {
        this.table = table;
        this.gate = gate;
        this.position = position;
        this.barrier = barrier;
    }

    /** The latest snapshot; null before the first {@link #publish}. */
    public EstateCatalog catalog() {
        return catalog.get();
    }

    /**
     * A snapshot to answer a question about one estate from. Where the writes are taken: if it lacks that one, no host has
     * shown it before. Elsewhere that is not known, see {@code Role.lookup}.
     */
    public EstateCatalog catalogWith(long id) {
        if (!catalog().exists(id)) {
            arrivals.await(id);
        }
        return catalog();
    }

    /** How often a snapshot was published. */
    public long generation() {
        return catalog.generation();
    }

    public void publish(EstateCatalog next) {
        catalog.set(next);
    }

    /** Shows what the change feed brought. For {@link CatalogPosition#replay} only. */
    public void replay(List<RowChange<EstateRow>> changes) {
        if (!changes.isEmpty()) {
            catalog.update(current -> current.after(changes));
        }
    }

    /** Stores and shows every estate, or none; on every host. */
    void add(List<EstateRow> rows) throws SQLException, DuplicateIdException {
        try {
            barrier.await(gate.<GtidSet, DuplicateIdException>write(() -> store(rows)));
        } catch (DuplicateIdException e) {
            barrier.awaitCommitted(); // whoever is told that an estate exists may look for it
            throw e;
        }
    }

    /** Derives the catalog that {@link #add} would show, and drops it. */
    void rehearse(List<EstateRow> rows) {
        catalog().with(rows);
    }

    private GtidSet store(List<EstateRow> rows) throws SQLException, DuplicateIdException {
        try (var _ = arrivals.of(rows, EstateRow::id)) {
            GtidSet commit = table.insert(rows);
            barrier.committed(commit);
            position.publishOwn(commit, () -> catalog.update(current -> current.with(rows)));
            return commit;
        }
    }
}

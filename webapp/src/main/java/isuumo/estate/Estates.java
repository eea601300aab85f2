package isuumo.estate;

import isuumo.cluster.Barrier;
import isuumo.segment.Merger;
import isuumo.segment.Prepared;
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
import java.util.concurrent.Executor;

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
    private final Merger<Estate, EstateIndex> merger;

    /** @param merging runs what keeps the catalog's segments few */
    public Estates(EstateTable table, WriteGate gate, CatalogPosition position, Barrier barrier, Executor merging) {
        this.table = table;
        this.gate = gate;
        this.position = position;
        this.barrier = barrier;
        merger = new Merger<>(merging, () -> catalog() == null ? null : catalog().segments(),
                merge -> catalog.update(current -> current.merged(merge)));
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

    /** What takes long of {@link #replay}, and needs no lock. */
    public Prepared<EstateRow, Estate, EstateIndex> prepare(List<RowChange<EstateRow>> changes) {
        return catalog() == null ? Prepared.none() : catalog().prepare(changes);
    }

    /**
     * Shows what the change feed brought. For {@link CatalogPosition#replay} only; {@link #merge} comes after it.
     *
     * @param prepared of the same changes
     */
    public void replay(List<RowChange<EstateRow>> changes, Prepared<EstateRow, Estate, EstateIndex> prepared) {
        if (!changes.isEmpty()) {
            catalog.update(current -> current.after(changes, prepared));
        }
    }

    /** Keeps the catalog's segments few, in the background. Without a lock. */
    public void merge() {
        merger.wake();
    }

    /** Stores and shows every estate, or none; on every host. */
    void add(List<EstateRow> rows) throws SQLException, DuplicateIdException {
        try {
            GtidSet commit = gate.<GtidSet, DuplicateIdException>write(() -> store(rows));
            merge();
            barrier.await(commit);
        } catch (DuplicateIdException e) {
            barrier.awaitCommitted(); // whoever is told that an estate exists may look for it
            throw e;
        }
    }

    /** Derives the catalog that {@link #add} would show, and drops it. */
    void rehearse(List<EstateRow> rows) {
        catalog().after(EstateCatalog.inserted(rows));
    }

    private GtidSet store(List<EstateRow> rows) throws SQLException, DuplicateIdException {
        try (var _ = arrivals.of(rows, EstateRow::id)) {
            List<RowChange<EstateRow>> changes = EstateCatalog.inserted(rows);
            var prepared = prepare(changes);
            GtidSet commit = table.insert(rows);
            barrier.committed(commit);
            position.publishOwn(commit, () -> catalog.update(current -> current.after(changes, prepared)));
            return commit;
        }
    }
}

package isuumo.chair;

import isuumo.cluster.Barrier;
import isuumo.segment.Merger;
import isuumo.segment.Prepared;
import isuumo.store.Arrivals;
import isuumo.store.CatalogPosition;
import isuumo.store.ChairRow;
import isuumo.store.ChairTable;
import isuumo.store.ChairTable.Sale;
import isuumo.store.DuplicateIdException;
import isuumo.store.GtidSet;
import isuumo.store.Published;
import isuumo.store.RowChange;
import isuumo.store.RowChange.StockChanged;
import isuumo.store.RowChange.Updated;
import isuumo.store.WriteGate;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The chairs that are served, and every change to them: first durably in the database, then in the catalog, then
 * answered. Thread-safe.
 *
 * <p>Where there is a change feed, writes may come before the first {@link #publish}: what they commit is in the rows that
 * the catalog is built from, or the feed brings it.
 */
public final class Chairs {
    private final ChairTable table;
    private final WriteGate gate;
    private final CatalogPosition position;
    private final Barrier barrier;
    private final Arrivals arrivals = new Arrivals();
    private final Published<ChairCatalog> catalog = new Published<>();
    private final Merger<Chair, ChairIndex> merger;
    /** Last pieces that were sold here and that the change feed has not brought yet; guarded by the position's lock. */
    private final Map<Integer, GtidSet> soldAhead = new HashMap<>();

    /** What a buyer is told, and what must have happened on every host before. */
    private sealed interface Attempt {
        record Sold() implements Attempt {}

        record SoldLast(GtidSet commit) implements Attempt {}

        record RefusedByCatalog() implements Attempt {}

        record RefusedByDatabase() implements Attempt {}

        record Again() implements Attempt {}
    }

    /** @param merging runs what keeps the catalog's segments few */
    public Chairs(ChairTable table, WriteGate gate, CatalogPosition position, Barrier barrier, Executor merging) {
        this.table = table;
        this.gate = gate;
        this.position = position;
        this.barrier = barrier;
        merger = new Merger<>(merging, () -> catalog() == null ? null : catalog().segments(),
                merge -> catalog.update(current -> current.merged(merge)));
    }

    /** The latest snapshot; null before the first {@link #publish}. */
    public ChairCatalog catalog() {
        return catalog.get();
    }

    /**
     * A snapshot to answer a question about one chair from. Where the writes are taken: if it lacks that one, no host has
     * shown it before. Elsewhere that is not known, see {@code Role.lookup}.
     */
    public ChairCatalog catalogWith(long id) {
        if (!catalog().exists(id)) {
            arrivals.await(id);
        }
        return catalog();
    }

    /** How often a snapshot was published. */
    public long generation() {
        return catalog.generation();
    }

    public void publish(ChairCatalog next) {
        catalog.set(next);
    }

    /** What takes long of {@link #replay}, and needs no lock. */
    public Prepared<ChairRow, Chair, ChairIndex> prepare(List<RowChange<ChairRow>> changes) {
        return catalog() == null ? Prepared.none() : catalog().prepare(changes);
    }

    /**
     * Shows what the change feed brought. For {@link CatalogPosition#replay} only; {@link #merge} comes after it.
     *
     * @param prepared of the same changes
     * @param after what the catalog holds then
     */
    public void replay(List<RowChange<ChairRow>> changes, Prepared<ChairRow, Chair, ChairIndex> prepared,
            GtidSet after) {
        soldAhead.values().removeIf(after::covers);
        List<RowChange<ChairRow>> news = soldAhead.isEmpty() ? changes : changes.stream().map(this::news).toList();
        if (!news.isEmpty()) {
            catalog.update(current -> current.after(news, prepared));
        }
    }

    /** An older delivery must not bring back a chair whose newer last piece was sold here. */
    private RowChange<ChairRow> news(RowChange<ChairRow> change) {
        return switch (change) {
            case StockChanged<ChairRow> stock when soldAhead.containsKey(stock.id()) -> stock.unlessBackInStock();
            case Updated<ChairRow>(var row, var stock) when soldAhead.containsKey(row.id()) ->
                new Updated<>(row, stock.unlessBackInStock());
            default -> change;
        };
    }

    /**
     * Sells one piece. When it was the last, or none was left, no list or detail asked for after this returned shows the
     * chair, on any host.
     *
     * @return false when there is no such chair or it is sold out
     */
    boolean buy(long id) throws SQLException {
        arrivals.await(id);
        while (true) {
            switch (gate.write(() -> attempt(id))) {
                case Attempt.Sold() -> {
                    return true;
                }
                case Attempt.SoldLast(GtidSet commit) -> {
                    barrier.await(commit);
                    return true;
                }
                case Attempt.RefusedByCatalog() -> {
                    barrier.awaitShown();
                    return false;
                }
                case Attempt.RefusedByDatabase() -> {
                    barrier.awaitCommitted();
                    return false;
                }
                case Attempt.Again() -> {
                    // with the stock that has come meanwhile
                }
            }
        }
    }

    private Attempt attempt(long id) throws SQLException {
        long raises = position.raises();
        if (id != (int) id || knows() && !catalog().isInStock(id)) {
            return new Attempt.RefusedByCatalog(); // stock that the database has beyond is on its way in the change feed
        }
        Optional<Sale> sale = table.sell((int) id);
        if (sale.isEmpty()) { // its buyer is about to publish the same
            boolean published = position.publishUnlessRaised(raises, () -> showSoldOut((int) id));
            return published ? new Attempt.RefusedByDatabase() : new Attempt.Again();
        }
        if (sale.get().left() > 0) {
            return new Attempt.Sold();
        }
        GtidSet commit = sale.get().commit();
        barrier.committed(commit);
        position.publishOwn(commit, () -> {
            showSoldOut((int) id);
            if (!commit.isEmpty()) { // else there is no feed
                soldAhead.put((int) id, commit);
            }
        });
        return new Attempt.SoldLast(commit);
    }

    /** Else only the database knows what there is not. */
    private boolean knows() {
        return catalog() != null && !position.lacksOwn();
    }

    private void showSoldOut(int id) {
        catalog.update(current -> current.withSoldOut(id));
    }

    /** Keeps the catalog's segments few, in the background. Without a lock. */
    public void merge() {
        merger.wake();
    }

    /** Stores and shows every chair, or none; on every host. */
    void add(List<ChairRow> rows) throws SQLException, DuplicateIdException {
        try {
            GtidSet commit = gate.<GtidSet, DuplicateIdException>write(() -> store(rows));
            merge();
            barrier.await(commit);
        } catch (DuplicateIdException e) {
            barrier.awaitCommitted(); // whoever is told that a chair exists may look for it
            throw e;
        }
    }

    /** Derives the catalog that {@link #add} would show, and drops it. */
    void rehearse(List<ChairRow> rows) {
        catalog().after(ChairCatalog.inserted(rows));
    }

    private GtidSet store(List<ChairRow> rows) throws SQLException, DuplicateIdException {
        try (var _ = arrivals.of(rows, ChairRow::id)) {
            List<RowChange<ChairRow>> changes = ChairCatalog.inserted(rows);
            var prepared = prepare(changes);
            GtidSet commit = table.insert(rows);
            barrier.committed(commit);
            position.publishOwn(commit, () -> catalog.update(current -> current.after(changes, prepared)));
            return commit;
        }
    }
}

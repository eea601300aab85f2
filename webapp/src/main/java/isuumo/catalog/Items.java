package isuumo.catalog;

import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import isuumo.gtid.GtidSet;
import isuumo.http.ApiError;
import isuumo.http.CsvUpload;
import isuumo.outcome.Outcome;
import isuumo.segment.Item;
import isuumo.segment.Merger;
import isuumo.segment.Prepared;
import isuumo.store.DuplicateIdException;
import isuumo.store.RowWrites;
import isuumo.table.RowChange;
import isuumo.trace.Trace;
import java.sql.SQLException;
import java.util.List;

/**
 * The items of a kind that are served: what the change feed brings is replayed, and what is uploaded here goes the way of
 * every write, from top to bottom in {@link #upload}. Thread-safe.
 *
 * <p>Where there is a change feed, writes may come before the first {@link #publish}: what they commit is in the rows that
 * the catalog is built from, or the feed brings it.
 *
 * @param <R> the table's row
 * @param <T> what a catalog keeps of it
 * @param <I> the indexes over the items of a segment
 * @param <C> the kind's catalog
 */
public class Items<R, T extends Item, I extends ItemIndex<T>, C extends Catalog<R, T, I, C>> {
    private final Kind<R, T> kind;
    private final RowWrites<R> store;
    private final WritePath path;
    private final Arrivals arrivals = new Arrivals();
    private final Published<C> catalog = new Published<>();
    private final Merger<T, I> merger;

    public Items(Kind<R, T> kind, RowWrites<R> store, WritePath path) {
        this.kind = kind;
        this.store = store;
        this.path = path;
        merger = new Merger<>(path.merging(), () -> catalog() == null ? null : catalog().segments(),
                merge -> catalog.update(current -> current.merged(merge)));
        path.door().count(() -> catalog() == null ? Footprint.NONE : catalog().footprint());
    }

    final Kind<R, T> kind() {
        return kind;
    }

    /** The latest snapshot; null before the first {@link #publish}. */
    public final C catalog() {
        return catalog.get();
    }

    /**
     * A snapshot to answer a question about one item from. Where the writes are taken: if it lacks that one, no host has
     * shown it before. Elsewhere that is not known, see {@link isuumo.cluster.Access#lookup}.
     */
    public final C catalogWith(long id) {
        if (!catalog().exists(id)) {
            awaitArrival(id);
        }
        return catalog();
    }

    /** Whether the catalog has this row's item, sold out or not. */
    public final boolean has(R row) {
        return catalog().exists(kind.table().id(row));
    }

    /** Returns when no upload that holds this item is under way. */
    protected final void awaitArrival(long id) {
        arrivals.await(id);
    }

    /** How often a snapshot was published. */
    public final long generation() {
        return catalog.generation();
    }

    /** Shows another catalog than a successor of the one that is shown. */
    public final void publish(C next) {
        catalog.set(next);
        next.forgetAnswers();
    }

    /** What takes long of {@link #replay}, and needs no lock. */
    public final Prepared<R, T, I> prepare(List<RowChange<R>> changes) {
        return catalog() == null ? Prepared.none() : catalog().prepare(changes);
    }

    /**
     * Shows what the change feed brought. For {@link CatalogPosition#replay} only; {@link #merge} comes after it.
     *
     * @param prepared of the same changes
     * @param after what the catalog holds then
     */
    public final void replay(List<RowChange<R>> changes, Prepared<R, T, I> prepared, GtidSet after) {
        List<RowChange<R>> news = news(changes, after);
        if (!news.isEmpty()) {
            show(news, prepared);
        }
    }

    /** What of the change feed's changes is not older than what is shown. */
    protected List<RowChange<R>> news(List<RowChange<R>> changes, GtidSet after) {
        return changes;
    }

    private void show(List<RowChange<R>> changes, Prepared<R, T, I> prepared) {
        catalog.update(current -> current.after(changes, prepared));
    }

    /** Shows an item as sold out. */
    protected final void showSoldOut(int id) {
        catalog.update(current -> current.withSoldOut(id));
    }

    /** Keeps the catalog's segments few, in the background. Without a lock. */
    public final void merge() {
        merger.wake();
    }

    /** Receives a file of items, stores and shows all of them, or none, on every host, and then says so. */
    public final void upload(ServerRequest request, ServerResponse response) {
        try {
            settle(() -> receive(request));
        } catch (DuplicateIdException e) {
            throw ApiError
                    .conflict(kind.article() + " " + kind.name() + " of the file exists already, or is there twice: "
                            + e.getMessage() + "; nothing was stored");
        }
        response.status(Status.CREATED_201).send();
    }

    private interface Storing {
        GtidSet run() throws DuplicateIdException;
    }

    private GtidSet receive(ServerRequest request) throws DuplicateIdException {
        try (UploadDoor.Visit visit = path.door().enter(CsvUpload.maxBytes(request))) {
            List<R> rows = CsvUpload.read(request, kind.table(), path.door().fileRows());
            Trace.reached("body");
            visit.bring(Footprint.of(kind, rows));
            return store(rows);
        }
    }

    /**
     * Stores, publishes, waits.
     *
     * @throws Outcome when it is not known that the rows are stored, and shown by every host
     */
    final void add(List<R> rows) throws DuplicateIdException {
        settle(() -> store(rows));
    }

    private void settle(Storing storing) throws DuplicateIdException {
        try {
            GtidSet commit = storing.run();
            merge();
            path.barrier().await(commit);
            Trace.reached("hosts");
        } catch (DuplicateIdException e) {
            path.barrier().awaitCommitted(); // whoever is told that an item exists may look for it
            throw e;
        }
    }

    private GtidSet store(List<R> rows) throws DuplicateIdException {
        List<Integer> ids = rows.stream().map(kind.table()::id).toList();
        try (var _ = path.gate().enter(); var _ = arrivals.of(ids)) {
            List<RowChange<R>> changes = RowChange.inserted(rows);
            Prepared<R, T, I> prepared = prepare(changes);
            Trace.reached("index");
            GtidSet commit = insert(rows, ids);
            path.publish(commit, () -> show(changes, prepared));
            return commit;
        }
    }

    private GtidSet insert(List<R> rows, List<Integer> ids) throws DuplicateIdException {
        try {
            return store.insert(rows);
        } catch (Outcome.Unknown e) {
            inquire(ids);
            throw e;
        }
    }

    /** Shows, as soon as the database tells, what a write of unknown outcome has made of these items. */
    protected final void inquire(List<Integer> ids) {
        Arrivals.Upload arrival = arrivals.of(ids);
        path.inquiries().open(kind.name() + " " + ids.getFirst() + (ids.size() > 1 ? " and others" : ""), () -> {
            showStored(ids);
            arrival.close();
            merge();
        });
    }

    private void showStored(List<Integer> ids) throws SQLException {
        try (var _ = path.gate().enter()) {
            boolean published = false;
            while (!published) {
                long raises = path.position().raises();
                List<RowChange<R>> changes = RowChange.stored(kind.table(), store.stored(ids));
                Prepared<R, T, I> prepared = prepare(changes);
                published = path.position().publishUnlessRaised(raises, () -> show(changes, prepared));
            }
        }
    }

    /** All of {@link #upload} but the database, up to the next catalog, which is dropped: nothing is stored, and nothing shown. */
    public final void rehearseUpload(ServerRequest request, ServerResponse response) {
        catalog().after(RowChange.inserted(CsvUpload.read(request, kind.table(), path.door().fileRows())));
        response.status(Status.CREATED_201).send();
    }
}

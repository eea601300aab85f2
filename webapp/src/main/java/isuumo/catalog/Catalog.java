package isuumo.catalog;

import isuumo.http.JsonList;
import isuumo.http.JsonText;
import isuumo.http.KeptJson;
import isuumo.http.Params;
import isuumo.segment.Item;
import isuumo.segment.Merge;
import isuumo.segment.Prepared;
import isuumo.segment.Segments;
import isuumo.segment.Segments.Found;
import isuumo.table.RowChange;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All items of a kind at one moment: an immutable snapshot that answers every read. Readers never lock; a writer derives the
 * next snapshot from this one.
 *
 * <p>An item that is sold out exists, but is not shown. A sale that takes the last piece copies one bitset (n / 8 bytes) and
 * shares all else; an upload, or a change of other columns than the stock, encodes and indexes the new items only.
 *
 * @param <R> the table's row
 * @param <T> what is kept of it
 * @param <I> the indexes over the items of a segment
 * @param <C> the kind's own catalog
 */
public abstract class Catalog<R, T extends Item, I extends ItemIndex<T>, C extends Catalog<R, T, I, C>> {
    private static final int LOW_PRICED_LIMIT = 20;

    private final Kind<R, T> kind;
    private final Conditions conditions;
    private final JsonList list;
    private final Segments<T, I> items;
    private final List<T> cheapest;
    private final KeptJson lowPriced;

    /** The first one. O(n log n). Rows in any order. */
    protected <E extends Exception> Catalog(Kind<R, T> kind, Rows<R, E> rows, Conditions conditions,
            Function<List<T>, I> indexes) throws E {
        this(kind, Contents.of(kind, rows), conditions, indexes);
    }

    /** As the one that {@linkplain #write wrote it}, in one segment. O(n log n), without encoding. */
    protected Catalog(Kind<R, T> kind, DataInput in, Conditions conditions, Function<List<T>, I> indexes)
            throws IOException {
        this(kind, Contents.read(kind, in), conditions, indexes);
    }

    private Catalog(Kind<R, T> kind, Contents<T> contents, Conditions conditions, Function<List<T>, I> indexes) {
        this.kind = kind;
        this.conditions = conditions;
        list = contents.list();
        items = Segments.of(contents.items(), indexes).after(Set.of(), Prepared.none(), contents.soldOut());
        cheapest = cheapest();
        lowPriced = listOfCheapest();
    }

    /** The next one, of the same items in other segments, or of others. */
    protected Catalog(Catalog<R, T, I, C> before, Segments<T, I> items) {
        kind = before.kind;
        conditions = before.conditions;
        list = before.list;
        this.items = items;
        cheapest = cheapest();
        lowPriced = before.cheapest.equals(cheapest) ? before.lowPriced : listOfCheapest();
    }

    /** Writes all items, and what lists of them are compressed by. */
    public final void write(DataOutput out) throws IOException {
        List<T> all = items.all();
        Map<Integer, Boolean> soldOut = all.stream().filter(item -> !items.shows(item.id()))
                .collect(Collectors.toMap(Item::id, _ -> false));
        new Contents<>(all, soldOut, list).write(kind, out);
    }

    private List<T> cheapest() {
        return items.first(LOW_PRICED_LIMIT, kind.cheapestFirst(),
                (index, shown) -> index.cheapest(LOW_PRICED_LIMIT, shown));
    }

    private KeptJson listOfCheapest() {
        return new KeptJson(plain(cheapest).plain());
    }

    /** This catalog with other segments. */
    protected abstract C next(Segments<T, I> next);

    /** This very catalog. */
    protected abstract C self();

    protected final C with(Segments<T, I> next) {
        return next == items ? self() : next(next);
    }

    /** What takes long of {@link #after}, whichever catalog that will be asked of. O(k log k). */
    public final Prepared<R, T, I> prepare(List<RowChange<R>> changes) {
        return prepareRows(update(changes).stored());
    }

    private Prepared<R, T, I> prepareRows(List<R> rows) {
        return items.prepare(rows, kind.item());
    }

    private RowUpdate<R> update(List<RowChange<R>> changes) {
        return new RowUpdate<>(kind.table(), this::exists, changes);
    }

    /**
     * This catalog after a transaction, some or all of which it may know already. O(n / 64 + changes).
     *
     * @param prepared of the same changes
     */
    public final C after(List<RowChange<R>> changes, Prepared<R, T, I> prepared) {
        RowUpdate<R> update = update(changes);
        return with(items.after(update.dropped(), prepared.of(update.stored(), this::prepareRows), update.shown()));
    }

    /** The same, prepared by itself. */
    public final C after(List<RowChange<R>> changes) {
        return after(changes, prepare(changes));
    }

    /** This catalog with one item sold out; the same catalog when it is sold out already, or unknown. */
    public final C withSoldOut(int id) {
        return with(items.after(Set.of(), Prepared.none(), Map.of(id, false)));
    }

    /** This catalog, in fewer segments. */
    public final C merged(Merge<T, I> merge) {
        return with(items.merged(merge));
    }

    public final Segments<T, I> segments() {
        return items;
    }

    /** All items, sold-out ones too. */
    public final int size() {
        return items.size();
    }

    /** What it takes in memory. */
    public final Footprint footprint() {
        return items.indexes().map(ItemIndex::footprint).reduce(Footprint.NONE, Footprint::plus);
    }

    /** Whether there is such an item, sold out or not. */
    public final boolean exists(long id) {
        return items.item(id) != null;
    }

    /** Whether there is such an item, and any of it left. */
    public final boolean shows(long id) {
        return items.shows(id);
    }

    /** The item's JSON, or null when there is no such item or it is sold out. */
    public final byte[] detail(long id) {
        T item = items.shownItem(id);
        return item == null ? null : kind.json().apply(item).text();
    }

    /** What a request searches for, by the names of this kind's conditions. */
    public final Criteria criteria(Params params) {
        return Criteria.of(params, kind, conditions);
    }

    /** {@code {"count":N,"chairs":[…]}} */
    public final JsonText search(Criteria criteria) {
        Found<T> found = items.search((index, shown) -> index.select(criteria, shown), criteria.page().skip(),
                criteria.page().size());
        return list.counted(found.count(), found.page(), kind.json());
    }

    /** {@code {"chairs":[…]}}: the 20 cheapest that are shown, by price, then id. */
    public final JsonText lowPriced() {
        return lowPriced;
    }

    /** {@code {"chairs":[…]}} */
    protected final JsonText plain(List<T> some) {
        return list.plain(some, kind.json());
    }

    /** {@code {"count":N,"chairs":[…]}}, where these are all. */
    protected final JsonText counted(List<T> some) {
        return list.counted(some.size(), some, kind.json());
    }

    /** Forgets answers that hold items of other catalogs; these would stay in memory with them. */
    final void forgetAnswers() {
        list.forget();
    }

    public final Conditions conditions() {
        return conditions;
    }
}

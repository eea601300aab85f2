package isuumo.chair;

import isuumo.http.JsonList;
import isuumo.http.JsonText;
import isuumo.http.KeptJson;
import isuumo.segment.Merge;
import isuumo.segment.Prepared;
import isuumo.segment.Segments;
import isuumo.segment.Segments.Found;
import isuumo.store.ChairRow;
import isuumo.store.RowChange;
import isuumo.store.RowChange.Inserted;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All chairs at one moment: an immutable snapshot that answers every read. Readers never lock; a writer derives the next
 * snapshot from this one.
 *
 * <p>A chair that is sold out exists, but is not shown. A sale that takes the last piece copies one bitset (n / 8 bytes)
 * and shares all else; an upload, or a change of other columns than the stock, encodes and indexes the new chairs only.
 */
public final class ChairCatalog {
    private static final int LOW_PRICED_LIMIT = 20;
    private static final Comparator<Chair> PRICE = Comparator.comparingInt(Chair::price).thenComparingInt(Chair::id);

    private final ChairConditions conditions;
    private final JsonList list;
    private final Segments<Chair, ChairIndex> chairs;
    private final List<Chair> cheapest;
    private final KeptJson lowPriced;

    /** @param before null, or one whose list of the cheapest may be the same */
    private ChairCatalog(ChairConditions conditions, JsonList list, Segments<Chair, ChairIndex> chairs,
            ChairCatalog before) {
        this.conditions = conditions;
        this.list = list;
        this.chairs = chairs;
        cheapest = chairs.first(LOW_PRICED_LIMIT, PRICE, (index, inStock) -> index.cheapest(LOW_PRICED_LIMIT, inStock));
        lowPriced = before != null && before.cheapest.equals(cheapest)
                ? before.lowPriced
                : new KeptJson(list.plain(cheapest, Chair::json).plain());
    }

    /** O(n log n). Rows in any order. */
    public static ChairCatalog of(List<ChairRow> rows, ChairConditions conditions) {
        ChairUpdate update = new ChairUpdate(_ -> false, inserted(rows));
        List<Chair> chairs = update.stored().stream().map(Chair::of).toList();
        Segments<Chair, ChairIndex> all = Segments.of(chairs, ranked -> new ChairIndex(ranked, conditions));
        return new ChairCatalog(conditions, JsonList.learn("chairs", chairs.stream().map(Chair::json).toList()),
                all.after(Set.of(), Prepared.none(), update.inStock()), null);
    }

    /** The same items in other segments, or others. */
    ChairCatalog with(Segments<Chair, ChairIndex> next) {
        return next == chairs ? this : new ChairCatalog(conditions, list, next, this);
    }

    /** An upload's rows, as changes. */
    static List<RowChange<ChairRow>> inserted(List<ChairRow> rows) {
        return rows.stream().<RowChange<ChairRow>>map(Inserted::new).toList();
    }

    /** What takes long of {@link #after}, whichever catalog that will be asked of. O(k log k). */
    public Prepared<ChairRow, Chair, ChairIndex> prepare(List<RowChange<ChairRow>> changes) {
        return prepareRows(new ChairUpdate(this::exists, changes).stored());
    }

    private Prepared<ChairRow, Chair, ChairIndex> prepareRows(List<ChairRow> rows) {
        return chairs.prepare(rows, Chair::of);
    }

    /**
     * This catalog after a transaction, some or all of which it may know already. O(n / 64 + changes).
     *
     * @param prepared of the same changes
     */
    public ChairCatalog after(List<RowChange<ChairRow>> changes, Prepared<ChairRow, Chair, ChairIndex> prepared) {
        ChairUpdate update = new ChairUpdate(this::exists, changes);
        return with(chairs.after(update.dropped(), prepared.of(update.stored(), this::prepareRows), update.inStock()));
    }

    /** The same, prepared by itself. */
    ChairCatalog after(List<RowChange<ChairRow>> changes) {
        return after(changes, prepare(changes));
    }

    /** This catalog with one chair sold out; the same catalog when it is sold out already, or unknown. */
    public ChairCatalog withSoldOut(int id) {
        return with(chairs.after(Set.of(), Prepared.none(), Map.of(id, false)));
    }

    Segments<Chair, ChairIndex> segments() {
        return chairs;
    }

    /** This catalog, in fewer segments. */
    ChairCatalog merged(Merge<Chair, ChairIndex> merge) {
        return with(chairs.merged(merge));
    }

    /** All chairs, sold-out ones too. */
    public int size() {
        return chairs.size();
    }

    boolean isInStock(long id) {
        return chairs.shows(id);
    }

    /** Whether there is such a chair, sold out or not. */
    boolean exists(long id) {
        return chairs.item(id) != null;
    }

    /** The chair's JSON, or null when there is no such chair or it is sold out. */
    byte[] detail(long id) {
        Chair chair = chairs.shownItem(id);
        return chair == null ? null : chair.json().text();
    }

    /** {@code {"count":N,"chairs":[…]}} */
    public JsonText search(ChairCriteria criteria) {
        Found<Chair> found = chairs.search((index, inStock) -> index.select(criteria, inStock), criteria.page().skip(),
                criteria.page().size());
        return list.counted(found.count(), found.page(), Chair::json);
    }

    /** {@code {"chairs":[…]}}: the 20 cheapest in stock, by price, then id. */
    JsonText lowPriced() {
        return lowPriced;
    }

    /** The chair's two shortest sides, or null when there is no such chair; stock does not matter. */
    public ShortSides shortSides(long id) {
        Chair chair = chairs.item(id);
        return chair == null ? null : chair.shortSides();
    }

    ChairConditions conditions() {
        return conditions;
    }
}

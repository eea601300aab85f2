package isuumo.estate;

import isuumo.http.JsonList;
import isuumo.http.JsonText;
import isuumo.http.KeptJson;
import isuumo.index.Ring;
import isuumo.segment.Item;
import isuumo.segment.Merge;
import isuumo.segment.Prepared;
import isuumo.segment.Segments;
import isuumo.segment.Segments.Found;
import isuumo.store.EstateRow;
import isuumo.store.RowChange;
import isuumo.store.RowChange.Deleted;
import isuumo.store.RowChange.Inserted;
import isuumo.store.RowChange.StockChanged;
import isuumo.store.RowChange.Updated;
import isuumo.store.RowOverlay;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All estates at one moment: an immutable snapshot that answers every read. Readers never lock; an upload, or what the
 * change feed brings, derives the next snapshot from this one, and encodes and indexes the new estates only.
 */
public final class EstateCatalog {
    private static final int LOW_PRICED_LIMIT = 20;
    private static final int RECOMMENDED_LIMIT = 20;
    private static final int NAZOTTE_LIMIT = 50;
    private static final Comparator<Estate> RENT = Comparator.comparingInt(Estate::rent).thenComparingInt(Estate::id);

    private final EstateConditions conditions;
    private final JsonList list;
    private final Segments<Estate, EstateIndex> estates;
    private final List<Estate> cheapest;
    private final KeptJson lowPriced;

    /** @param before null, or one whose list of the cheapest may be the same */
    private EstateCatalog(EstateConditions conditions, JsonList list, Segments<Estate, EstateIndex> estates,
            EstateCatalog before) {
        this.conditions = conditions;
        this.list = list;
        this.estates = estates;
        cheapest = estates.first(LOW_PRICED_LIMIT, RENT, (index, live) -> index.cheapest(LOW_PRICED_LIMIT, live));
        lowPriced = before != null && before.cheapest.equals(cheapest)
                ? before.lowPriced
                : new KeptJson(list.plain(cheapest, Estate::json).plain());
    }

    /** O(n log n). Rows in any order. */
    public static EstateCatalog of(List<EstateRow> rows, EstateConditions conditions) {
        List<Estate> estates = rows.stream().map(Estate::of).toList();
        return new EstateCatalog(conditions, JsonList.learn("estates", estates.stream().map(Estate::json).toList()),
                Segments.of(estates, ranked -> new EstateIndex(ranked, conditions)), null);
    }

    /** The same items in other segments, or others. */
    EstateCatalog with(Segments<Estate, EstateIndex> next) {
        return next == estates ? this : new EstateCatalog(conditions, list, next, this);
    }

    /** An upload's rows, as changes. */
    static List<RowChange<EstateRow>> inserted(List<EstateRow> rows) {
        return rows.stream().<RowChange<EstateRow>>map(Inserted::new).toList();
    }

    /** What takes long of {@link #after}, whichever catalog that will be asked of. O(k log k). */
    public Prepared<EstateRow, Estate, EstateIndex> prepare(List<RowChange<EstateRow>> changes) {
        return prepareRows(overlay(changes).stored());
    }

    private Prepared<EstateRow, Estate, EstateIndex> prepareRows(List<EstateRow> rows) {
        return estates.prepare(rows, Estate::of);
    }

    /**
     * This catalog after a transaction, some or all of which it may know already. O(n / 64 + changes).
     *
     * @param prepared of the same changes
     */
    public EstateCatalog after(List<RowChange<EstateRow>> changes, Prepared<EstateRow, Estate, EstateIndex> prepared) {
        RowOverlay<EstateRow> rows = overlay(changes);
        List<EstateRow> stored = rows.stored();
        Map<Integer, Boolean> shown = stored.stream().collect(Collectors.toMap(EstateRow::id, _ -> true));
        return with(estates.after(rows.dropped(), prepared.of(stored, this::prepareRows), shown));
    }

    /** The same, prepared by itself. */
    EstateCatalog after(List<RowChange<EstateRow>> changes) {
        return after(changes, prepare(changes));
    }

    private RowOverlay<EstateRow> overlay(List<RowChange<EstateRow>> changes) {
        RowOverlay<EstateRow> rows = new RowOverlay<>(this::exists);
        for (RowChange<EstateRow> change : changes) {
            switch (change) {
                case Inserted<EstateRow>(EstateRow row) -> rows.insert(row.id(), row);
                case Updated<EstateRow>(EstateRow row, _) -> rows.replace(row.id(), row);
                case Deleted<EstateRow>(int id) -> rows.delete(id);
                case StockChanged<EstateRow> _ -> throw new IllegalArgumentException("An estate has no stock");
            }
        }
        return rows;
    }

    Segments<Estate, EstateIndex> segments() {
        return estates;
    }

    /** This catalog, in fewer segments. */
    EstateCatalog merged(Merge<Estate, EstateIndex> merge) {
        return with(estates.merged(merge));
    }

    public int size() {
        return estates.size();
    }

    boolean exists(long id) {
        return estates.item(id) != null;
    }

    /** The estate's JSON, or null when there is no such estate. */
    byte[] detail(long id) {
        Estate estate = estates.item(id);
        return estate == null ? null : estate.json().text();
    }

    /** {@code {"count":N,"estates":[…]}} */
    public JsonText search(EstateCriteria criteria) {
        Found<Estate> found = estates.search((index, live) -> index.select(criteria, live), criteria.page().skip(),
                criteria.page().size());
        return list.counted(found.count(), found.page(), Estate::json);
    }

    /** {@code {"estates":[…]}}: the 20 with the lowest rent, by rent, then id. */
    JsonText lowPriced() {
        return lowPriced;
    }

    /** {@code {"count":N,"estates":[…]}}: at most 50 strictly inside the ring, and their number. */
    JsonText nazotte(Ring ring) {
        List<Estate> inside = estates.first(NAZOTTE_LIMIT, Item.RANK,
                (index, live) -> index.inside(ring, NAZOTTE_LIMIT, live));
        return list.counted(inside.size(), inside, Estate::json);
    }

    /**
     * {@code {"estates":[…]}}: the 20 most popular whose door lets a thing through.
     *
     * @param shortest the thing's shortest side in centimetres
     * @param second its second shortest side
     */
    public JsonText passing(int shortest, int second) {
        return list.plain(estates.first(RECOMMENDED_LIMIT, Item.RANK,
                (index, live) -> index.passing(shortest, second, RECOMMENDED_LIMIT, live)), Estate::json);
    }

    EstateConditions conditions() {
        return conditions;
    }
}

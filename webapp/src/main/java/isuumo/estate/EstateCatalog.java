package isuumo.estate;

import isuumo.gzip.Part;
import isuumo.http.JsonList;
import isuumo.http.JsonRows;
import isuumo.http.JsonText;
import isuumo.http.KeptJson;
import isuumo.index.IdIndex;
import isuumo.index.RankOrder;
import isuumo.index.Ring;
import isuumo.index.Selection;
import isuumo.store.EstateRow;
import isuumo.store.RowChange;
import isuumo.store.RowChange.Deleted;
import isuumo.store.RowChange.Inserted;
import isuumo.store.RowChange.StockChanged;
import isuumo.store.RowChange.Updated;
import isuumo.store.RowOverlay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * All estates at one moment: an immutable snapshot that answers every read. Readers never lock; an upload, or what the
 * change feed brings, derives the next snapshot from this one, and encodes only the new estates' JSON.
 */
public final class EstateCatalog {
    private static final int LOW_PRICED_LIMIT = 20;
    private static final int RECOMMENDED_LIMIT = 20;
    private static final int NAZOTTE_LIMIT = 50;
    private static final Comparator<Estate> RANK = RankOrder.by(Estate::popularity, Estate::id);
    private static final JsonList LIST = new JsonList("estates");

    private final EstateConditions conditions;
    private final EstateIndex index;
    private final KeptJson lowPriced;

    private EstateCatalog(List<Estate> ranked, JsonRows json, EstateConditions conditions) {
        this.conditions = conditions;
        index = new EstateIndex(ranked, json, conditions);
        lowPriced = new KeptJson(LIST.plain(index.cheapest(LOW_PRICED_LIMIT), index.json()).plain());
    }

    /** O(n log n). Rows in any order. */
    public static EstateCatalog of(List<EstateRow> rows, EstateConditions conditions) {
        return build(List.of(), rows, conditions, JsonRows::learn);
    }

    private static EstateCatalog build(List<Estate> ranked, List<EstateRow> added, EstateConditions conditions,
            Function<List<Part>, JsonRows> jsonOf) {
        List<Estate> estates = new ArrayList<>(ranked);
        added.stream().map(Estate::of).sorted(RANK).forEach(estates::add);
        estates.sort(RANK); // two sorted runs: a merge
        return new EstateCatalog(estates, jsonOf.apply(estates.stream().map(Estate::json).toList()), conditions);
    }

    /** This catalog and more estates; one that is there already stays as it is. O(n log n). */
    EstateCatalog with(List<EstateRow> added) {
        return after(added.stream().<RowChange<EstateRow>>map(Inserted::new).toList());
    }

    /** This catalog after a transaction, some or all of which it may know already. O(n log n) when anything changed. */
    EstateCatalog after(List<RowChange<EstateRow>> changes) {
        RowOverlay<EstateRow> rows = new RowOverlay<>(this::exists);
        changes.forEach(change -> add(rows, change));
        if (rows.isEmpty()) {
            return this;
        }
        List<Estate> kept = index.estateByRow().stream().filter(estate -> !rows.dropped().contains(estate.id()))
                .toList();
        return build(kept, rows.stored(), conditions, index.json()::with);
    }

    private static void add(RowOverlay<EstateRow> rows, RowChange<EstateRow> change) {
        switch (change) {
            case Inserted<EstateRow>(EstateRow row) -> rows.insert(row.id(), row);
            case Updated<EstateRow>(EstateRow row, _) -> rows.replace(row.id(), row);
            case Deleted<EstateRow>(int id) -> rows.delete(id);
            case StockChanged<EstateRow> _ -> throw new IllegalArgumentException("An estate has no stock");
        }
    }

    public int size() {
        return index.estateByRow().size();
    }

    boolean exists(long id) {
        return index.row(id) != IdIndex.NO_ROW;
    }

    /** The estate's JSON, or null when there is no such estate. */
    byte[] detail(long id) {
        int row = index.row(id);
        return row == IdIndex.NO_ROW ? null : index.json().json(row);
    }

    /** {@code {"count":N,"estates":[…]}} */
    JsonText search(EstateCriteria criteria) {
        Selection selection = index.select(criteria);
        int count = selection.count();
        int[] page = selection.page(count, criteria.page().skip(), criteria.page().size());
        return LIST.counted(count, page, index.json());
    }

    /** {@code {"estates":[…]}}: the 20 with the lowest rent, by rent, then id. */
    JsonText lowPriced() {
        return lowPriced;
    }

    /** {@code {"count":N,"estates":[…]}}: at most 50 strictly inside the ring, and their number. */
    JsonText nazotte(Ring ring) {
        int[] rows = index.inside(ring, NAZOTTE_LIMIT);
        return LIST.counted(rows.length, rows, index.json());
    }

    /**
     * {@code {"estates":[…]}}: the 20 most popular whose door lets a thing through.
     *
     * @param shortest the thing's shortest side in centimetres
     * @param second its second shortest side
     */
    public JsonText passing(int shortest, int second) {
        return LIST.plain(index.passing(shortest, second, RECOMMENDED_LIMIT), index.json());
    }

    EstateConditions conditions() {
        return conditions;
    }
}

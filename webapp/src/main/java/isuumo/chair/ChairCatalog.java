package isuumo.chair;

import isuumo.gzip.Part;
import isuumo.http.JsonList;
import isuumo.http.JsonRows;
import isuumo.http.JsonText;
import isuumo.http.KeptJson;
import isuumo.index.DenseRows;
import isuumo.index.IdIndex;
import isuumo.index.RankOrder;
import isuumo.index.Selection;
import isuumo.store.ChairRow;
import isuumo.store.RowChange;
import isuumo.store.RowChange.Inserted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * All chairs at one moment: an immutable snapshot that answers every read. Readers never lock; a writer derives the next
 * snapshot from this one.
 *
 * <p>A sale that takes the last piece copies one bitset (n / 8 bytes) and shares all else; an upload, or a change of
 * other columns than the stock, builds the indexes again, but encodes only the new chairs' JSON.
 */
public final class ChairCatalog {
    private static final int LOW_PRICED_LIMIT = 20;
    private static final Comparator<Chair> RANK = RankOrder.by(Chair::popularity, Chair::id);
    private static final JsonList LIST = new JsonList("chairs");

    private final ChairConditions conditions;
    private final ChairIndex index;
    private final DenseRows inStock;
    private final int[] lowPricedRows;
    private final KeptJson lowPriced;

    private ChairCatalog(ChairConditions conditions, ChairIndex index, DenseRows inStock) {
        this.conditions = conditions;
        this.index = index;
        this.inStock = inStock;
        lowPricedRows = index.cheapest(LOW_PRICED_LIMIT, inStock);
        lowPriced = new KeptJson(LIST.plain(lowPricedRows, index.json()).plain());
    }

    /** As {@code before}, but for sold-out chairs that were none of the cheapest. */
    private ChairCatalog(ChairCatalog before, DenseRows inStock) {
        conditions = before.conditions;
        index = before.index;
        lowPricedRows = before.lowPricedRows;
        lowPriced = before.lowPriced;
        this.inStock = inStock;
    }

    /** O(n log n). Rows in any order. */
    public static ChairCatalog of(List<ChairRow> rows, ChairConditions conditions) {
        ChairUpdate update = new ChairUpdate(_ -> false, inserted(rows));
        return build(List.of(), update.stored(), id -> update.inStock().get(id), conditions,
                JsonRows::learn);
    }

    private static ChairCatalog build(List<Chair> ranked, List<ChairRow> added, IntPredicate isInStock,
            ChairConditions conditions, Function<List<Part>, JsonRows> jsonOf) {
        List<Chair> chairs = new ArrayList<>(ranked);
        added.stream().map(Chair::of).sorted(RANK).forEach(chairs::add);
        chairs.sort(RANK); // two sorted runs: a merge
        DenseRows inStock = DenseRows.where(chairs.size(), row -> isInStock.test(chairs.get(row).id()));
        JsonRows json = jsonOf.apply(chairs.stream().map(Chair::json).toList());
        return new ChairCatalog(conditions, new ChairIndex(chairs, json, conditions), inStock);
    }

    /** This catalog and more chairs; one that is there already stays as it is. O(n log n). */
    ChairCatalog with(List<ChairRow> added) {
        return after(inserted(added));
    }

    private static List<RowChange<ChairRow>> inserted(List<ChairRow> rows) {
        return rows.stream().<RowChange<ChairRow>>map(Inserted::new).toList();
    }

    /**
     * This catalog after a transaction, some or all of which it may know already. O(n / 64 + changes) when nothing but
     * stock changed, else O(n log n).
     */
    ChairCatalog after(List<RowChange<ChairRow>> changes) {
        ChairUpdate update = new ChairUpdate(id -> index.row(id) != IdIndex.NO_ROW, changes);
        if (!update.changesRows()) {
            return withStock(update.inStock());
        }
        List<Chair> kept = index.chairByRow().stream().filter(chair -> !update.dropped().contains(chair.id())).toList();
        return build(kept, update.stored(), id -> update.inStock().getOrDefault(id, isInStock(id)), conditions,
                index.json()::with);
    }

    /** This catalog with one chair sold out; the same catalog when it is sold out already, or unknown. */
    ChairCatalog withSoldOut(int id) {
        return withStock(Map.of(id, false));
    }

    /** @param stocked whether in stock, by id; unknown ids do not matter */
    private ChairCatalog withStock(Map<Integer, Boolean> stocked) {
        int[] added = rowsThatChange(stocked, true);
        int[] removed = rowsThatChange(stocked, false);
        if (added.length == 0 && removed.length == 0) {
            return this;
        }
        DenseRows next = inStock.changed(added, removed);
        boolean cheapestStay = added.length == 0 && Arrays.stream(lowPricedRows).allMatch(next::contains);
        return cheapestStay ? new ChairCatalog(this, next) : new ChairCatalog(conditions, index, next);
    }

    private int[] rowsThatChange(Map<Integer, Boolean> stocked, boolean to) {
        return stocked.entrySet().stream().filter(e -> e.getValue() == to).mapToInt(e -> index.row(e.getKey()))
                .filter(row -> row != IdIndex.NO_ROW && inStock.contains(row) != to).toArray();
    }

    /** All chairs, sold-out ones too. */
    public int size() {
        return index.chairByRow().size();
    }

    boolean isInStock(long id) {
        int row = index.row(id);
        return row != IdIndex.NO_ROW && inStock.contains(row);
    }

    /** Whether there is such a chair, sold out or not. */
    boolean exists(long id) {
        return index.row(id) != IdIndex.NO_ROW;
    }

    /** The chair's JSON, or null when there is no such chair or it is sold out. */
    byte[] detail(long id) {
        int row = index.row(id);
        return row != IdIndex.NO_ROW && inStock.contains(row) ? index.json().json(row) : null;
    }

    /** {@code {"count":N,"chairs":[…]}} */
    JsonText search(ChairCriteria criteria) {
        Selection selection = index.select(criteria, inStock);
        int count = selection.count();
        int[] page = selection.page(count, criteria.page().skip(), criteria.page().size());
        return LIST.counted(count, page, index.json());
    }

    /** {@code {"chairs":[…]}}: the 20 cheapest in stock, by price, then id. */
    JsonText lowPriced() {
        return lowPriced;
    }

    /** The chair's two shortest sides, or null when there is no such chair; stock does not matter. */
    public ShortSides shortSides(long id) {
        int row = index.row(id);
        return row == IdIndex.NO_ROW ? null : index.chairByRow().get(row).shortSides();
    }

    ChairConditions conditions() {
        return conditions;
    }
}

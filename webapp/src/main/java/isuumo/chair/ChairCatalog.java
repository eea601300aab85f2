package isuumo.chair;

import isuumo.http.JsonList;
import isuumo.index.DenseRows;
import isuumo.index.IdIndex;
import isuumo.index.RankOrder;
import isuumo.index.Selection;
import isuumo.store.ChairRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * All chairs at one moment: an immutable snapshot that answers every read. Readers never lock; a writer derives the next
 * snapshot from this one.
 *
 * <p>A sale that takes the last piece copies one bitset (n / 8 bytes) and shares all else; an upload builds the indexes
 * again, but encodes only the new chairs' JSON.
 */
public final class ChairCatalog {
    private static final int LOW_PRICED_LIMIT = 20;
    private static final Comparator<Chair> RANK = RankOrder.by(Chair::popularity, Chair::id);
    private static final JsonList LIST = new JsonList("chairs");

    private final ChairConditions conditions;
    private final ChairIndex index;
    private final DenseRows inStock;
    private final int[] lowPricedRows;
    private final byte[] lowPriced;

    private ChairCatalog(ChairConditions conditions, ChairIndex index, DenseRows inStock) {
        this.conditions = conditions;
        this.index = index;
        this.inStock = inStock;
        lowPricedRows = index.cheapest(LOW_PRICED_LIMIT, inStock);
        lowPriced = LIST.plain(lowPricedRows, index.jsonByRow());
    }

    /** As {@code before}, but for a sold-out chair that was none of the cheapest. */
    private ChairCatalog(ChairCatalog before, DenseRows inStock) {
        conditions = before.conditions;
        index = before.index;
        lowPricedRows = before.lowPricedRows;
        lowPriced = before.lowPriced;
        this.inStock = inStock;
    }

    /** O(n log n). Rows in any order. */
    public static ChairCatalog of(List<ChairRow> rows, ChairConditions conditions) {
        return build(List.of(), _ -> false, rows, conditions);
    }

    /** This catalog and more chairs, whose ids must be new. */
    ChairCatalog with(List<ChairRow> added) {
        return build(index.chairByRow(), this::isInStock, added, conditions);
    }

    private static ChairCatalog build(List<Chair> ranked, IntPredicate wasInStock, List<ChairRow> added,
            ChairConditions conditions) {
        List<Chair> chairs = new ArrayList<>(ranked);
        added.stream().map(Chair::of).sorted(RANK).forEach(chairs::add);
        chairs.sort(RANK); // two sorted runs: a merge
        ChairIndex index = new ChairIndex(chairs, conditions);
        boolean[] stocked = new boolean[chairs.size()];
        for (int row = 0; row < stocked.length; row++) {
            stocked[row] = wasInStock.test(chairs.get(row).id());
        }
        added.forEach(row -> stocked[index.row(row.id())] = row.stock() > 0);
        return new ChairCatalog(conditions, index, DenseRows.where(stocked.length, row -> stocked[row]));
    }

    /** This catalog with one chair sold out; the same catalog when it is sold out already, or unknown. */
    ChairCatalog withSoldOut(int id) {
        int row = index.row(id);
        if (row == IdIndex.NO_ROW || !inStock.contains(row)) {
            return this;
        }
        DenseRows rest = inStock.without(row);
        boolean wasCheap = Arrays.stream(lowPricedRows).anyMatch(cheap -> cheap == row);
        return wasCheap ? new ChairCatalog(conditions, index, rest) : new ChairCatalog(this, rest);
    }

    boolean isInStock(long id) {
        int row = index.row(id);
        return row != IdIndex.NO_ROW && inStock.contains(row);
    }

    /** The chair's JSON, or null when there is no such chair or it is sold out. */
    byte[] detail(long id) {
        int row = index.row(id);
        return row != IdIndex.NO_ROW && inStock.contains(row) ? index.jsonByRow()[row] : null;
    }

    /** {@code {"count":N,"chairs":[…]}} */
    byte[] search(ChairCriteria criteria) {
        Selection selection = index.select(criteria, inStock);
        int count = selection.count();
        int[] page = selection.page(count, criteria.page().skip(), criteria.page().size());
        return LIST.counted(count, page, index.jsonByRow());
    }

    /** {@code {"chairs":[…]}}: the 20 cheapest in stock, by price, then id. */
    byte[] lowPriced() {
        return lowPriced;
    }

    /** The chair's two shortest sides, or null when there is no such chair; stock does not matter. */
    public ShortSides shortSides(long id) {
        int row = index.row(id);
        if (row == IdIndex.NO_ROW) {
            return null;
        }
        Chair chair = index.chairByRow().get(row);
        int[] sides = {chair.height(), chair.width(), chair.depth()};
        Arrays.sort(sides);
        return new ShortSides(sides[0], sides[1]);
    }

    /** The two shortest sides of a chair in centimetres: what a door must let through. */
    public record ShortSides(int shortest, int second) {}

    ChairConditions conditions() {
        return conditions;
    }
}

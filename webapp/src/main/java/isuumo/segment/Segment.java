package isuumo.segment;

import isuumo.index.DenseRows;
import isuumo.index.IdIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Some of a catalog's items in popularity order, the indexes over them, and two sets of rows: the <em>live</em> ones, which
 * were neither replaced nor deleted since, and of these the <em>shown</em> ones, which lists may hold. Immutable; what a
 * change makes of it shares all but the two sets.
 *
 * @param <T> the items
 * @param <I> the indexes over them
 */
public final class Segment<T extends Item, I> {
    private static final int[] NONE = {};

    private final List<T> items;
    private final I index;
    private final IdIndex ids;
    private final DenseRows live;
    private final DenseRows shown;

    private Segment(List<T> items, I index, IdIndex ids, DenseRows live, DenseRows shown) {
        this.items = items;
        this.index = index;
        this.ids = ids;
        this.live = live;
        this.shown = shown;
    }

    /** All of them shown. O(n log n), and what the indexes cost. */
    static <T extends Item, I> Segment<T, I> of(List<T> items, Function<List<T>, I> indexes) {
        List<T> ranked = new ArrayList<>(items);
        ranked.sort(Item.RANK);
        List<T> byRow = List.copyOf(ranked);
        DenseRows all = DenseRows.all(byRow.size());
        IdIndex ids = new IdIndex(byRow.stream().mapToInt(Item::id).toArray());
        return new Segment<>(byRow, indexes.apply(byRow), ids, all, all);
    }

    /** By row, the dead ones too. */
    List<T> items() {
        return items;
    }

    I index() {
        return index;
    }

    DenseRows shown() {
        return shown;
    }

    /** How many are live. */
    int size() {
        return live.count();
    }

    /** Whether it is the same segment, but for what happened to its rows. */
    boolean hasRowsOf(Segment<T, I> other) {
        return index == other.index;
    }

    /** Whether a row is live that is dead in the same segment as it was. */
    boolean revives(Segment<T, I> then) {
        return IntStream.of(then.live.differing(live)).anyMatch(live::contains);
    }

    /** The row of a live item, or {@link IdIndex#NO_ROW}. */
    int row(long id) {
        int row = ids.row(id);
        return row != IdIndex.NO_ROW && live.contains(row) ? row : IdIndex.NO_ROW;
    }

    List<T> liveItems() {
        return IntStream.range(0, items.size()).filter(live::contains).mapToObj(items::get).toList();
    }

    /**
     * The same segment when nothing of it changes. O(rows / 64 + changes).
     *
     * @param dropped ids of items that are gone or replaced
     * @param shownById whether other items are shown; unknown ids do not matter
     */
    Segment<T, I> after(Set<Integer> dropped, Map<Integer, Boolean> shownById) {
        int[] dead = dropped.stream().mapToInt(this::row).filter(row -> row != IdIndex.NO_ROW).toArray();
        int[] added = rowsThatChange(dropped, shownById, true);
        int[] hidden = rowsThatChange(dropped, shownById, false);
        return dead.length + added.length + hidden.length == 0 ? this : changed(dead, added, hidden);
    }

    private int[] rowsThatChange(Set<Integer> dropped, Map<Integer, Boolean> shownById, boolean to) {
        return shownById.entrySet().stream().filter(e -> e.getValue() == to && !dropped.contains(e.getKey()))
                .mapToInt(e -> row(e.getKey())).filter(row -> row != IdIndex.NO_ROW && shown.contains(row) != to)
                .toArray();
    }

    private Segment<T, I> changed(int[] dead, int[] added, int[] hidden) {
        DenseRows nextLive = dead.length == 0 ? live : live.changed(NONE, dead);
        int[] removed = IntStream.concat(IntStream.of(dead), IntStream.of(hidden)).toArray();
        return new Segment<>(items, index, ids, nextLive, shown.changed(added, removed));
    }

    /** With those items hidden that are not to be shown. */
    Segment<T, I> showing(IntPredicate shows) {
        int[] hidden = IntStream.range(0, items.size()).filter(row -> !shows.test(items.get(row).id())).toArray();
        return hidden.length == 0 ? this : changed(NONE, NONE, hidden);
    }

    /**
     * This segment, which holds what was live in another one, after what has happened to that one since.
     * O(rows / 64 + changes).
     *
     * @param before the other one as it was when this one was made of it
     * @param now the other one as it is
     */
    Segment<T, I> following(Segment<T, I> before, Segment<T, I> now) {
        Set<Integer> dropped = new HashSet<>();
        for (int row : before.live.differing(now.live)) {
            dropped.add(before.items.get(row).id());
        }
        Map<Integer, Boolean> shownById = new HashMap<>();
        for (int row : before.shown.differing(now.shown)) {
            shownById.put(before.items.get(row).id(), now.shown.contains(row));
        }
        return after(dropped, shownById);
    }

    /** As it would be if all live items were shown. */
    Segment<T, I> showingAll() {
        return new Segment<>(items, index, ids, live, live);
    }
}

package isuumo.segment;

import isuumo.index.DenseRows;
import isuumo.index.IdIndex;
import isuumo.index.Selection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All items of a catalog at one moment, in segments, of which every answer is the one that a single segment of all items
 * would give. Immutable.
 *
 * <p>An id is live in one segment at most, so that counts add up and lists are joined without looking for doubles. A change
 * copies the two sets of rows of the segments that it touches and makes one of the items that it brings; a merge takes
 * several for one, which changes no answer.
 *
 * @param <T> the items
 * @param <I> the indexes over the items of a segment
 */
public final class Segments<T extends Item, I> {
    private final Function<List<T>, I> indexes;
    private final List<Segment<T, I>> segments; // the largest first

    private Segments(Function<List<T>, I> indexes, List<Segment<T, I>> segments) {
        this.indexes = indexes;
        this.segments = segments.stream().filter(segment -> segment.size() > 0)
                .sorted(Comparator.<Segment<T, I>>comparingInt(Segment::size).reversed()).toList();
    }

    /**
     * One segment, with all of them shown. O(n log n).
     *
     * @param indexes builds the indexes over items in popularity order
     */
    public static <T extends Item, I> Segments<T, I> of(List<T> items, Function<List<T>, I> indexes) {
        return new Segments<>(indexes, List.of(Segment.of(items, indexes)));
    }

    /** What rows come to as a segment, for {@link #after}: all that takes long, before a lock is taken. O(k log k). */
    public <R> Prepared<R, T, I> prepare(List<R> rows, Function<R, T> item) {
        return rows.isEmpty()
                ? Prepared.none()
                : new Prepared<>(rows, Segment.of(rows.stream().map(item).toList(), indexes));
    }

    /**
     * After a change; the same when nothing changes. O(rows / 64 + changes).
     *
     * @param dropped ids of items that are gone or replaced
     * @param added new items, the replacing ones among them
     * @param shownById whether they and others are shown then; else a replacing item is if the replaced one was
     */
    public Segments<T, I> after(Set<Integer> dropped, Prepared<?, T, I> added, Map<Integer, Boolean> shownById) {
        List<Segment<T, I>> next = new ArrayList<>(segments.size() + 1);
        boolean same = added.segment() == null;
        for (Segment<T, I> segment : segments) {
            Segment<T, I> after = segment.after(dropped, shownById);
            same &= after == segment;
            next.add(after);
        }
        if (added.segment() != null) {
            next.add(added.segment().showing(id -> shownById.containsKey(id) ? shownById.get(id) : shows(id)));
        }
        return same ? this : new Segments<>(indexes, next);
    }

    /** All items, those that are not shown too. */
    public int size() {
        return segments.stream().mapToInt(Segment::size).sum();
    }

    /** All items, those that are not shown too, in popularity order within a segment. */
    public List<T> all() {
        return segments.stream().flatMap(segment -> segment.liveItems().stream()).toList();
    }

    /** The indexes of each segment. */
    public Stream<I> indexes() {
        return segments.stream().map(Segment::index);
    }

    List<Segment<T, I>> segments() {
        return segments;
    }

    /** The item, shown or not; null when there is none. O(segments). */
    public T item(long id) {
        for (Segment<T, I> segment : segments) {
            int row = segment.row(id);
            if (row != IdIndex.NO_ROW) {
                return segment.items().get(row);
            }
        }
        return null;
    }

    /** The item; null when there is none, or it is not shown. O(segments). */
    public T shownItem(long id) {
        for (Segment<T, I> segment : segments) {
            int row = segment.row(id);
            if (row != IdIndex.NO_ROW) {
                return segment.shown().contains(row) ? segment.items().get(row) : null;
            }
        }
        return null;
    }

    public boolean shows(long id) {
        return shownItem(id) != null;
    }

    /** How many items a search has found, and a page of them in popularity order. */
    public record Found<T>(int count, List<T> page) {}

    /**
     * At most {@code take} items after the first {@code skip}.
     *
     * @param select the rows of a segment, out of the given ones
     */
    public Found<T> search(BiFunction<I, DenseRows, Selection> select, long skip, int take) {
        List<Matches<T>> matches = new ArrayList<>(segments.size());
        int count = 0;
        for (Segment<T, I> segment : segments) {
            Selection rows = select.apply(segment.index(), segment.shown());
            if (rows.count() > 0) {
                matches.add(new Matches<>(segment.items(), rows));
                count += rows.count();
            }
        }
        return new Found<>(count, skip >= count
                ? List.of()
                : Matches.page(matches, (int) skip, Math.min(take, count - (int) skip)));
    }

    /**
     * The first items in an order.
     *
     * @param first the first rows of a segment in that order, out of the given ones
     */
    public List<T> first(int limit, Comparator<? super T> order, BiFunction<I, DenseRows, int[]> first) {
        List<List<T>> lists = new ArrayList<>(segments.size());
        for (Segment<T, I> segment : segments) {
            lists.add(Matches.items(segment.items(), first.apply(segment.index(), segment.shown())));
        }
        return Matches.merged(lists, order, 0, limit);
    }

    /** The segments that should become one, but for some that are not to be touched; empty when all is well. */
    List<Segment<T, I>> toMerge(Predicate<Segment<T, I>> untouched) {
        List<Segment<T, I>> free = segments.stream().filter(untouched.negate()).toList();
        int smallest = MergePolicy.smallestToMerge(free.stream().mapToInt(Segment::size).toArray());
        return smallest > 0
                ? free.subList(free.size() - smallest, free.size())
                : free.stream().filter(s -> MergePolicy.isMostlyDead(s.size(), s.items().size())).limit(1).toList();
    }

    /** Makes one segment of several. O(n log n), and nothing that a lock is needed for. */
    Merge<T, I> merge(List<Segment<T, I>> sources) {
        List<T> items = new ArrayList<>();
        sources.forEach(source -> items.addAll(source.liveItems()));
        Segment<T, I> merged = Segment.of(items, indexes);
        for (Segment<T, I> source : sources) {
            merged = merged.following(source.showingAll(), source);
        }
        return new Merge<>(sources, merged);
    }

    /**
     * With a merged segment in the place of those that it was made of, after all that has happened to them since; the same
     * when they are not there any more, or as they were before, since an earlier catalog was put back.
     * O(rows / 64 + changes).
     */
    public Segments<T, I> merged(Merge<T, I> merge) {
        List<Segment<T, I>> next = new ArrayList<>(segments);
        Segment<T, I> merged = merge.result();
        for (Segment<T, I> source : merge.sources()) {
            Segment<T, I> now = next.stream().filter(source::hasRowsOf).findAny().orElse(null);
            if (now == null || now.revives(source)) {
                return this;
            }
            next.remove(now);
            merged = merged.following(source, now);
        }
        next.add(merged);
        return new Segments<>(indexes, next);
    }
}

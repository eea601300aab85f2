package isuumo.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.table.RowChange;
import isuumo.table.RowChange.Deleted;
import isuumo.table.RowChange.Inserted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * A catalog's life, step by step at random, beside the rows that it should hold: uploads and transactions that were prepared
 * before others came in between, and merges of any segments that are published at any later moment, even after the catalog
 * was replaced. At times it must answer as one that is built of the rows.
 *
 * @param <C> the catalog
 * @param <R> its rows
 */
public abstract class RandomHistory<C, R> {
    protected static final int IDS = 60;
    private static final int STEPS = 40;
    private static final int MAX_ROWS_AN_UPLOAD = 12;

    protected final Random random;
    protected final Map<Integer, R> truth = new HashMap<>();
    private final List<UnaryOperator<C>> merges = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private C catalog;
    /** What there was at first, and is again when somebody asks for it. */
    private C initial;
    private Map<Integer, R> initialTruth = Map.of();

    protected RandomHistory(long seed) {
        random = new Random(seed);
    }

    protected abstract C build(Collection<R> rows);

    protected abstract R row(int id);

    /** A change of a row that is there, made in {@link #truth} too. */
    protected abstract RowChange<R> update(R before);

    /** The step of a transaction, prepared on a catalog. */
    protected abstract UnaryOperator<C> step(C on, List<RowChange<R>> changes);

    /** The step of a merge of random segments, made on a catalog. */
    protected abstract UnaryOperator<C> merge(C on);

    /** As the background would merge it, until nothing is left to do. */
    protected abstract C settled(C catalog);

    protected abstract List<String> answers(C catalog, Random questions);

    /** A step of the kind's own, or the same catalog. */
    protected C own(C current) {
        return current;
    }

    public void run() {
        restart();
        for (int i = 0; i < STEPS; i++) {
            next();
            if (random.nextInt(20) == 0) {
                compare();
            }
        }
        merges.forEach(merge -> catalog = merge.apply(catalog));
        compare();
    }

    private void next() {
        switch (random.nextInt(20)) {
            case 0 -> {
                if (random.nextBoolean()) {
                    steps.add("build anew");
                    restart();
                } else {
                    steps.add("put back");
                    catalog = initial;
                    truth.clear();
                    truth.putAll(initialTruth);
                }
            }
            case 1, 2, 3, 4 -> between(upload());
            case 5, 6, 7, 8 -> between(transaction());
            case 9, 10, 11 -> {
                steps.add("merge, later");
                merges.add(merge(catalog));
            }
            case 12, 13, 14 -> publishMerge();
            case 15 -> {
                steps.add("settle");
                catalog = settled(catalog);
            }
            default -> {
                steps.add("own");
                catalog = own(catalog);
            }
        }
    }

    private void restart() {
        truth.clear();
        for (int id = random.nextInt(IDS); id > 0; id -= 1 + random.nextInt(3)) {
            truth.put(id, row(id));
        }
        catalog = build(truth.values());
        initial = catalog;
        initialTruth = Map.copyOf(truth);
    }

    private void publishMerge() {
        if (!merges.isEmpty()) {
            steps.add("publish a merge");
            catalog = merges.remove(random.nextInt(merges.size())).apply(catalog);
        }
    }

    /** Prepares a step, lets others come first at times, and takes it. What it inserts may be there by then. */
    private void between(List<RowChange<R>> changes) {
        UnaryOperator<C> step = step(catalog, changes);
        if (random.nextInt(3) == 0) {
            List<RowChange<R>> known = changes.subList(0, random.nextInt(changes.size() + 1));
            steps.add("known already " + known);
            catalog = step(catalog, known).apply(catalog);
        }
        if (random.nextInt(3) == 0) {
            publishMerge();
        }
        steps.add("change " + changes);
        catalog = step.apply(catalog);
    }

    /** Some of the rows are there already, and stay as they are. */
    private List<RowChange<R>> upload() {
        List<RowChange<R>> inserted = new ArrayList<>();
        int first = random.nextInt(IDS);
        for (int id = first; id < first + 1 + random.nextInt(MAX_ROWS_AN_UPLOAD); id++) {
            R row = row(id);
            truth.putIfAbsent(id, row);
            inserted.add(new Inserted<>(row));
        }
        return inserted;
    }

    private List<RowChange<R>> transaction() {
        List<RowChange<R>> changes = new ArrayList<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            int id = random.nextInt(IDS);
            R before = truth.get(id);
            if (before == null) {
                truth.put(id, row(id));
                changes.add(new Inserted<>(truth.get(id)));
            } else if (random.nextInt(3) == 0) {
                truth.remove(id);
                changes.add(new Deleted<>(id));
            } else {
                changes.add(update(before));
            }
        }
        return changes;
    }

    private void compare() {
        long questions = random.nextLong();
        List<String> expected = answers(build(truth.values()), new Random(questions));
        List<String> actual = answers(catalog, new Random(questions));
        assertTrue(expected.size() > IDS);
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), actual.get(i), this::toString);
        }
    }

    /** For {@link #merge}: one segment or more. */
    protected final <T extends Item, I> Merge<T, I> mergeOfSome(Segments<T, I> segments) {
        return segments.merge(segments.segments().stream().filter(_ -> random.nextInt(3) > 0).toList());
    }

    /** For {@link #settled}. */
    protected static <T extends Item, I> Segments<T, I> settled(Segments<T, I> segments) {
        List<Segment<T, I>> sources = segments.toMerge(_ -> false);
        return sources.isEmpty() ? segments : settled(segments.merged(segments.merge(sources)));
    }

    @Override
    public String toString() {
        return "after " + String.join("\n", steps);
    }
}

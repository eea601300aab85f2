package isuumo.bench.truth;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The rows that a search matches, whether or not they are there at the moment, in search order. What a search matches
 * never changes during a run and users repeat themselves, so it is kept. Thread-safe.
 */
final class FoundRows<E extends Entry<?>> {
    /** Some 50 MB at most: a search matches 10,000 rows at worst. */
    private static final int MAX_SEARCHES = 1000;

    private final Map<Map<String, String>, List<E>> kept = new ConcurrentHashMap<>();
    private final List<E> rows;

    FoundRows(List<E> rows) {
        this.rows = rows;
    }

    List<E> of(Map<String, String> query, Predicate<E> matches) {
        if (kept.size() >= MAX_SEARCHES) {
            kept.clear();
        }
        return kept.computeIfAbsent(Map.copyOf(query), _ -> rows.stream().filter(matches).toList());
    }
}

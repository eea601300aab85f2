package isuumo.store;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What a transaction's changes leave to do on a catalog that may know some of them already.
 *
 * <p>A catalog is never behind the changes it gets, but may be ahead: it was built from newer rows, or shows this server's
 * own write before the change feed brings it. So a row that is inserted but there already stays as it is: whatever
 * made it differ comes later in the same feed. Confined to one thread.
 *
 * @param <R> the table's row
 */
public final class RowOverlay<R> {
    private final IntPredicate inCatalog;
    private final Map<Integer, R> stored = new LinkedHashMap<>();
    private final Set<Integer> dropped = new HashSet<>();

    /** @param inCatalog whether the catalog has a row of that id */
    public RowOverlay(IntPredicate inCatalog) {
        this.inCatalog = inCatalog;
    }

    public boolean exists(int id) {
        return stored.containsKey(id) || inCatalog.test(id) && !dropped.contains(id);
    }

    /** @return false when the row is there already, and stays as it is */
    public boolean insert(int id, R row) {
        if (exists(id)) {
            return false;
        }
        stored.put(id, row);
        return true;
    }

    /** Puts the row in the place of what is there. */
    public void replace(int id, R row) {
        delete(id);
        stored.put(id, row);
    }

    public void delete(int id) {
        stored.remove(id);
        if (inCatalog.test(id)) {
            dropped.add(id);
        }
    }

    /** Whether the catalog has exactly these rows already. */
    public boolean isEmpty() {
        return stored.isEmpty() && dropped.isEmpty();
    }

    /** The rows to add, once those of {@link #dropped} are taken away. */
    public List<R> stored() {
        return List.copyOf(stored.values());
    }

    /** The catalog's rows that are gone or replaced. */
    public Set<Integer> dropped() {
        return Collections.unmodifiableSet(dropped);
    }
}

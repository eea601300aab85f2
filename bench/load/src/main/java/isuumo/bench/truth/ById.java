package isuumo.bench.truth;

import isuumo.bench.data.BadData;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/** Rows by id, in an array: ids are dense, and a lookup is the most frequent thing the benchmark does. */
final class ById<E extends Entry<?>> {
    private static final int MAX_ID = 10_000_000;

    private Entry<?>[] entries = new Entry<?>[1024];

    /** {@link BadData} if the id is out of range or there already. */
    void put(E entry) {
        int id = entry.item().id();
        if (id < 0 || id > MAX_ID) {
            throw new BadData(
                    "id " + id + " in the data files is outside 0 to " + MAX_ID + ": make the data set again");
        }
        if (get(id) != null) {
            throw new BadData("id " + id + " occurs twice in the data files: make the data set again");
        }
        if (id >= entries.length) {
            entries = Arrays.copyOf(entries, Math.max(id + 1, entries.length * 2));
        }
        entries[id] = entry;
    }

    /** Null if there is no such row. */
    @SuppressWarnings("unchecked") // only put() fills the array
    E get(int id) {
        return id >= 0 && id < entries.length ? (E) entries[id] : null;
    }

    @SuppressWarnings("unchecked") // only put() fills the array
    Stream<E> stream() {
        return Arrays.stream(entries).filter(Objects::nonNull).map(e -> (E) e);
    }
}

package isuumo.bench.wire;

import isuumo.bench.truth.Entry;
import java.util.List;

/**
 * A list answer, read.
 *
 * @param count     the value of {@code count}, or -1 where the answer has none
 * @param entries   the listed rows in their order, as far as the data has them
 * @param unknownId an id that no data file has, or null
 * @param altered   the first row whose fields differ from the data, or null
 */
public record Listing<E extends Entry<?>>(long count, List<E> entries, Integer unknownId, E altered) {
    public boolean isEmpty() {
        return entries.isEmpty();
    }
}

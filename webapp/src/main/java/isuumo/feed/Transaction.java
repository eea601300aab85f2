package isuumo.feed;

import isuumo.store.ChairRow;
import isuumo.store.EstateRow;
import isuumo.store.GtidSet;
import isuumo.store.RowChange;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one transaction did to the tables that are followed, in its order.
 *
 * @param id the one transaction
 */
public record Transaction(GtidSet id, List<RowChange<ChairRow>> chairs, List<RowChange<EstateRow>> estates) {
    /** Whether readers may see a difference. */
    public boolean visible() {
        return Stream.concat(chairs.stream(), estates.stream()).anyMatch(RowChange::visible);
    }
}

package isuumo.estate;

import isuumo.catalog.Conditions;
import isuumo.catalog.ItemIndex;
import isuumo.index.DoorIndex;
import isuumo.index.Point;
import isuumo.index.PointIndex;
import isuumo.index.Ring;
import isuumo.index.RowSet;
import java.util.Arrays;
import java.util.List;

/** With the indexes that only estates have. Immutable. */
final class EstateIndex extends ItemIndex<Estate> {
    private final DoorIndex doors;
    private final PointIndex places;

    /** @param ranked estates in popularity order */
    EstateIndex(List<Estate> ranked, Conditions conditions) {
        super(Estate.KIND, ranked, conditions);
        doors = new DoorIndex(column(ranked, Estate::doorHeight), column(ranked, Estate::doorWidth));
        places = new PointIndex(Arrays.asList(column(ranked, Estate::place, Point[]::new)));
    }

    int[] passing(int shorter, int longer, int limit, RowSet among) {
        return doors.first(shorter, longer, limit, among);
    }

    int[] inside(Ring ring, int limit, RowSet among) {
        return places.first(ring, limit, among);
    }
}

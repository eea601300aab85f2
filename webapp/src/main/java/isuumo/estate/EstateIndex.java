package isuumo.estate;

import isuumo.http.JsonRows;
import isuumo.http.Params;
import isuumo.index.DenseRows;
import isuumo.index.DoorIndex;
import isuumo.index.IdIndex;
import isuumo.index.Point;
import isuumo.index.PointIndex;
import isuumo.index.PriceOrder;
import isuumo.index.RangeIndex;
import isuumo.index.Ring;
import isuumo.index.Selection;
import isuumo.index.WordIndex;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/** The estates in popularity order and every index over them. Immutable. */
final class EstateIndex {
    private final List<Estate> estateByRow;
    private final JsonRows json;
    private final IdIndex ids;
    private final DenseRows all;
    private final PriceOrder rentOrder;
    private final RangeIndex doorHeight;
    private final RangeIndex doorWidth;
    private final RangeIndex rent;
    private final WordIndex features;
    private final DoorIndex doors;
    private final PointIndex places;

    /** @param ranked estates in popularity order */
    EstateIndex(List<Estate> ranked, JsonRows json, EstateConditions conditions) {
        estateByRow = List.copyOf(ranked);
        this.json = json;
        ids = new IdIndex(column(Estate::id));
        all = DenseRows.where(ranked.size(), _ -> true);
        rentOrder = new PriceOrder(column(Estate::rent), column(Estate::id));
        doorHeight = new RangeIndex(conditions.doorHeight(), column(Estate::doorHeight));
        doorWidth = new RangeIndex(conditions.doorWidth(), column(Estate::doorWidth));
        rent = new RangeIndex(conditions.rent(), column(Estate::rent));
        features = new WordIndex(column(Estate::features, String[][]::new));
        doors = new DoorIndex(column(Estate::doorHeight), column(Estate::doorWidth));
        places = new PointIndex(Arrays.asList(column(Estate::place, Point[]::new)));
    }

    private int[] column(ToIntFunction<Estate> value) {
        int[] column = new int[estateByRow.size()];
        for (int row = 0; row < column.length; row++) {
            column[row] = value.applyAsInt(estateByRow.get(row));
        }
        return column;
    }

    private <T> T[] column(Function<Estate, T> value, IntFunction<T[]> array) {
        T[] column = array.apply(estateByRow.size());
        for (int row = 0; row < column.length; row++) {
            column[row] = value.apply(estateByRow.get(row));
        }
        return column;
    }

    /** The rows that meet every condition. */
    Selection select(EstateCriteria criteria) {
        Selection selection = Selection.of(all);
        and(selection, doorHeight, criteria.doorHeight());
        and(selection, doorWidth, criteria.doorWidth());
        and(selection, rent, criteria.rent());
        if (!criteria.features().isEmpty()) {
            features.rowsOfEach(criteria.features()).forEach(selection::and);
        }
        return selection;
    }

    private static void and(Selection selection, RangeIndex index, int rangeId) {
        if (rangeId != Params.ABSENT) {
            selection.and(index.rows(rangeId));
        }
    }

    /** The row of an id, or {@link IdIndex#NO_ROW}. */
    int row(long id) {
        return ids.row(id);
    }

    int[] cheapest(int limit) {
        return rentOrder.first(limit, _ -> true);
    }

    int[] passing(int shorter, int longer, int limit) {
        return doors.first(shorter, longer, limit);
    }

    int[] inside(Ring ring, int limit) {
        return places.first(ring, limit);
    }

    List<Estate> estateByRow() {
        return estateByRow;
    }

    JsonRows json() {
        return json;
    }
}

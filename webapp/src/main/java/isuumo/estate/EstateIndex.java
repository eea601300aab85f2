package isuumo.estate;

import isuumo.http.Params;
import isuumo.index.DoorIndex;
import isuumo.index.Point;
import isuumo.index.PointIndex;
import isuumo.index.PriceOrder;
import isuumo.index.RangeIndex;
import isuumo.index.Ring;
import isuumo.index.RowSet;
import isuumo.index.Selection;
import isuumo.index.WordIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/** Every index over the estates of a segment; a row is a position in popularity order among them. Immutable. */
final class EstateIndex {
    private final int rows;
    private final PriceOrder rentOrder;
    private final RangeIndex doorHeight;
    private final RangeIndex doorWidth;
    private final RangeIndex rent;
    private final WordIndex features;
    private final DoorIndex doors;
    private final PointIndex places;

    /** @param ranked estates in popularity order */
    EstateIndex(List<Estate> ranked, EstateConditions conditions) {
        rows = ranked.size();
        rentOrder = new PriceOrder(column(ranked, Estate::rent), column(ranked, Estate::id));
        doorHeight = new RangeIndex(conditions.doorHeight(), column(ranked, Estate::doorHeight));
        doorWidth = new RangeIndex(conditions.doorWidth(), column(ranked, Estate::doorWidth));
        rent = new RangeIndex(conditions.rent(), column(ranked, Estate::rent));
        features = new WordIndex(column(ranked, Estate::features, String[][]::new));
        doors = new DoorIndex(column(ranked, Estate::doorHeight), column(ranked, Estate::doorWidth));
        places = new PointIndex(Arrays.asList(column(ranked, Estate::place, Point[]::new)));
    }

    private static int[] column(List<Estate> ranked, ToIntFunction<Estate> value) {
        int[] column = new int[ranked.size()];
        for (int row = 0; row < column.length; row++) {
            column[row] = value.applyAsInt(ranked.get(row));
        }
        return column;
    }

    private static <T> T[] column(List<Estate> ranked, Function<Estate, T> value, IntFunction<T[]> array) {
        T[] column = array.apply(ranked.size());
        for (int row = 0; row < column.length; row++) {
            column[row] = value.apply(ranked.get(row));
        }
        return column;
    }

    /** The rows of {@code live} that meet every condition. */
    Selection select(EstateCriteria criteria, RowSet live) {
        List<RowSet> conditions = new ArrayList<>();
        conditions.add(live);
        add(conditions, doorHeight, criteria.doorHeight());
        add(conditions, doorWidth, criteria.doorWidth());
        add(conditions, rent, criteria.rent());
        if (!criteria.features().isEmpty()) {
            conditions.addAll(features.rowsOfEach(criteria.features()));
        }
        return Selection.of(rows, conditions);
    }

    private static void add(List<RowSet> conditions, RangeIndex index, int rangeId) {
        if (rangeId != Params.ABSENT) {
            conditions.add(index.rows(rangeId));
        }
    }

    int[] cheapest(int limit, RowSet among) {
        return rentOrder.first(limit, among::contains);
    }

    int[] passing(int shorter, int longer, int limit, RowSet among) {
        return doors.first(shorter, longer, limit, among);
    }

    int[] inside(Ring ring, int limit, RowSet among) {
        return places.first(ring, limit, among);
    }
}

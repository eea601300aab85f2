package isuumo.store;

import isuumo.table.ChairRow;
import isuumo.table.EstateRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Takes away what was added to the initial rows, and puts back the stock: in rows that are known, or wherever it differs. */
final class Differences {
    private static final String ADDED_CHAIRS = added("chair");
    private static final String ADDED_ESTATES = added("estate");
    private static final String STOCK = "UPDATE isuumo.chair AS chair JOIN isuumo.initial_chair AS initial "
            + "ON initial.id = chair.id SET chair.stock = initial.stock WHERE chair.stock <> initial.stock";
    private static final int IDS_A_STATEMENT = 500;

    private Differences() {}

    private static String added(String table) {
        return "DELETE %1$s FROM isuumo.%1$s AS %1$s LEFT JOIN isuumo.initial_%1$s AS initial ON initial.id = %1$s.id "
                .formatted(table) + "WHERE initial.id IS NULL";
    }

    /** O(changes): reads no other row. */
    static void undo(Session session, OwnChanges changes) throws SQLException {
        undo(session, ADDED_CHAIRS, "chair", changes.added(ChairRow.TABLE));
        undo(session, ADDED_ESTATES, "estate", changes.added(EstateRow.TABLE));
        undo(session, STOCK, "chair", changes.sold(ChairRow.TABLE));
    }

    private static void undo(Session session, String sql, String table, Collection<Integer> ids) throws SQLException {
        List<Integer> left = new ArrayList<>(ids);
        left.sort(null);
        for (int from = 0; from < left.size(); from += IDS_A_STATEMENT) {
            session.execute(left.subList(from, Math.min(from + IDS_A_STATEMENT, left.size())).stream()
                    .map(String::valueOf).collect(Collectors.joining(",", sql + " AND " + table + ".id IN (", ")")));
        }
    }

    /** O(rows). */
    static void undoAll(Session session) throws SQLException {
        session.execute(ADDED_CHAIRS);
        session.execute(ADDED_ESTATES);
        session.execute(STOCK);
    }
}

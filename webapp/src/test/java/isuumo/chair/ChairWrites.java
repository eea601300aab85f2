package isuumo.chair;

import isuumo.store.ChairRow;
import isuumo.store.DuplicateIdException;
import java.sql.SQLException;
import java.util.List;

/** What the routes call, for tests without HTTP. */
public final class ChairWrites {
    private ChairWrites() {}

    public static boolean buy(Chairs chairs, int id) throws SQLException {
        return chairs.buy(id);
    }

    public static void add(Chairs chairs, List<ChairRow> rows) throws SQLException, DuplicateIdException {
        chairs.add(rows);
    }

    public static boolean isInStock(Chairs chairs, int id) {
        return chairs.catalog().isInStock(id);
    }
}

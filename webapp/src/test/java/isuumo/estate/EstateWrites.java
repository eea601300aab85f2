package isuumo.estate;

import isuumo.store.DuplicateIdException;
import isuumo.store.EstateRow;
import java.sql.SQLException;
import java.util.List;

/** What the routes call, for tests without HTTP. */
public final class EstateWrites {
    private EstateWrites() {}

    public static void add(Estates estates, List<EstateRow> rows) throws SQLException, DuplicateIdException {
        estates.add(rows);
    }
}

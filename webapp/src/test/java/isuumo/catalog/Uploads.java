package isuumo.catalog;

import isuumo.store.DuplicateIdException;
import java.util.List;

/** What an upload does, for tests without HTTP. */
public final class Uploads {
    private Uploads() {}

    public static <R> void add(Items<R, ?, ?, ?> items, List<R> rows) throws DuplicateIdException {
        items.add(rows);
    }
}

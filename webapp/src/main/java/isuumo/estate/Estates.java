package isuumo.estate;

import isuumo.catalog.Items;
import isuumo.catalog.WritePath;
import isuumo.store.Database;
import isuumo.store.RowStore;
import isuumo.table.EstateRow;

/** The estates that are served. Thread-safe. */
public final class Estates extends Items<EstateRow, Estate, EstateIndex, EstateCatalog> {
    public Estates(Database database, WritePath path) {
        super(Estate.KIND, new RowStore<>(database, EstateRow.TABLE), path);
    }
}

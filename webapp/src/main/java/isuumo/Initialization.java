package isuumo;

import isuumo.chair.ChairCatalog;
import isuumo.chair.ChairConditions;
import isuumo.chair.Chairs;
import isuumo.data.DataDirectory;
import isuumo.estate.EstateCatalog;
import isuumo.estate.EstateConditions;
import isuumo.estate.Estates;
import isuumo.store.ChairTable;
import isuumo.store.Database;
import isuumo.store.EstateTable;
import isuumo.store.InitialData;
import isuumo.store.WriteGate;
import java.sql.SQLException;
import java.util.logging.Logger;

/**
 * Fills the catalogs from the database: at start as it is, at {@code POST /initialize} after restoring the initial rows.
 *
 * <p>The old catalogs are served until both new ones are built; if anything fails they stay.
 */
final class Initialization {
    private static final Logger LOG = Logger.getLogger(Initialization.class.getName());

    private final Database database;
    private final InitialData initialData;
    private final ChairTable chairTable;
    private final EstateTable estateTable;
    private final ChairConditions chairConditions;
    private final EstateConditions estateConditions;
    private final Chairs chairs;
    private final Estates estates;
    private final WriteGate gate;

    Initialization(Database database, DataDirectory data, WriteGate gate) {
        this.database = database;
        this.gate = gate;
        initialData = new InitialData(database, data);
        chairTable = new ChairTable(database);
        estateTable = new EstateTable(database);
        chairConditions = ChairConditions.of(data.chairConditions());
        estateConditions = EstateConditions.of(data.estateConditions());
        chairs = new Chairs(chairTable, gate);
        estates = new Estates(estateTable, gate);
    }

    Chairs chairs() {
        return chairs;
    }

    Estates estates() {
        return estates;
    }

    /** Creates and loads what is missing in the database, then builds the catalogs from its rows. */
    void start() throws SQLException {
        gate.<Void, RuntimeException>alone(() -> {
            initialData.prepare();
            reload();
            return null;
        });
    }

    /** Restores exactly the initial rows, in the database and in the catalogs; one caller at a time. */
    void restore() throws SQLException {
        gate.<Void, RuntimeException>alone(() -> {
            initialData.restore();
            reload();
            return null;
        });
    }

    private void reload() throws SQLException {
        long start = System.nanoTime();
        database.awaitReplica();
        ChairCatalog nextChairs = ChairCatalog.of(chairTable.readAll(), chairConditions);
        EstateCatalog nextEstates = EstateCatalog.of(estateTable.readAll(), estateConditions);
        chairs.publish(nextChairs);
        estates.publish(nextEstates);
        LOG.info(() -> "built the catalogs in " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }
}

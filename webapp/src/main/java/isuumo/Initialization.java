package isuumo;

import isuumo.data.DataDirectory;
import isuumo.store.Database;
import isuumo.store.GtidSet;
import isuumo.store.InitialData;
import isuumo.store.WriteGate;
import java.sql.SQLException;

/** Fills the catalogs from the database: at start as it is, at {@code POST /initialize} after restoring the initial rows. */
final class Initialization {
    private final Database database;
    private final InitialData initialData;
    private final Catalogs catalogs;
    private final WriteGate gate;
    private final Role role;
    private final int tablesWaitSeconds;

    Initialization(Database database, DataDirectory data, Catalogs catalogs, WriteGate gate) {
        this(database, data, catalogs, gate, Role.ALONE, 0);
    }

    /** @param tablesWaitSeconds how long a host that does not write waits for the tables */
    Initialization(Database database, DataDirectory data, Catalogs catalogs, WriteGate gate, Role role,
            int tablesWaitSeconds) {
        this.role = role;
        this.tablesWaitSeconds = tablesWaitSeconds;
        this.database = database;
        this.catalogs = catalogs;
        this.gate = gate;
        initialData = new InitialData(database, data);
    }

    /** Creates and loads what is missing in the database, or waits until the writer did. Before any write. */
    void prepare() throws SQLException, InterruptedException {
        if (role.writes()) {
            initialData.prepare();
        } else {
            initialData.awaitPrepared(tablesWaitSeconds);
        }
    }

    /** Builds the first catalogs from the database's rows. */
    void build() throws SQLException, InterruptedException {
        database.awaitReplica();
        catalogs.buildFirst();
    }

    /**
     * Restores exactly the initial rows, in the database and in the catalogs of every host; one caller at a time.
     *
     * @return what the primary has executed then, where commits are tracked
     */
    GtidSet restore() throws SQLException, InterruptedException {
        GtidSet executed = gate.<GtidSet, InterruptedException>alone(() -> {
            GtidSet restored = initialData.restore();
            role.barrier().committed(restored);
            database.awaitReplica();
            catalogs.build();
            return restored;
        });
        role.barrier().await(executed);
        return executed;
    }
}

package isuumo;

import isuumo.catalog.WriteGate;
import isuumo.cluster.Role;
import isuumo.data.DataDirectory;
import isuumo.gtid.GtidSet;
import isuumo.outcome.Outcome;
import isuumo.store.Database;
import isuumo.store.InitialData;
import isuumo.store.InitialData.Restored;
import java.sql.SQLException;

/** Fills the catalogs from the database: at start as it is, at {@code POST /initialize} after restoring the initial rows. */
final class Initialization {
    private final Database database;
    private final DataDirectory data;
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
        this.data = data;
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

    /** In the background, what the first {@link #restore} would wait for: which rows the data directory has. */
    void anticipateRestore() {
        Thread.ofPlatform().daemon().name("fingerprint").priority(Thread.MIN_PRIORITY).start(data::fingerprint);
    }

    /**
     * Restores exactly the initial rows, in the database and in the catalogs of every host; one caller at a time.
     *
     * @return what the primary has executed then, where commits are tracked
     * @throws Outcome when that is not known to be so; after {@link Outcome.Unknown} the catalogs are built anew as soon as
     *             the database lets them
     */
    GtidSet restore() throws SQLException {
        GtidSet executed = restoreHere();
        role.barrier().await(executed);
        return executed;
    }

    private GtidSet restoreHere() throws SQLException {
        try {
            return gate.<GtidSet, RuntimeException>alone(this::restoreAlone);
        } catch (Outcome.Unknown e) {
            catalogs.inquiries().open("/initialize", () -> gate.<Boolean, InterruptedException>alone(() -> {
                database.awaitReplica();
                catalogs.build();
                return true;
            }));
            throw e;
        }
    }

    private GtidSet restoreAlone() {
        Restored restored = restoreRows();
        role.barrier().committed(restored.executed());
        try {
            database.awaitReplica();
            catalogs.restore(restored);
        } catch (SQLException | RuntimeException | InterruptedException e) {
            throw new Outcome.Unknown("the initial rows are stored, but not shown yet", e);
        }
        return restored.executed();
    }

    private Restored restoreRows() {
        try {
            return initialData.restore();
        } catch (InterruptedException e) {
            throw new Outcome.NotBegun("this host is stopping", e);
        }
    }
}

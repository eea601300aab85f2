package isuumo;

import isuumo.catalog.WriteGate;
import isuumo.cluster.Role;
import isuumo.data.DataDirectory;
import isuumo.gtid.GtidSet;
import isuumo.outcome.Outcome;
import isuumo.store.Database;
import isuumo.store.DatabaseException;
import isuumo.store.InitialData;
import isuumo.store.InitialData.Restored;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Fills the catalogs from the database: at start as it is, at {@code POST /initialize} after restoring the initial rows. */
final class Initialization {
    private static final int OVERFULL_POLL_MILLIS = 1_000;
    /** Less than whoever initializes waits. */
    private static final int START_SECONDS = 20;

    private final Database database;
    private final DataDirectory data;
    private final InitialData initialData;
    private final Catalogs catalogs;
    private final WriteGate gate;
    private final Role role;
    private final int tablesWaitSeconds;
    /** Until there is room for the rows, a first build waits here for somebody to restore the initial ones, or to stop. */
    private final Semaphore again = new Semaphore(0);
    private final CountDownLatch started = new CountDownLatch(1);
    private volatile boolean stopping;

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
        if (role.writes().getAsBoolean()) {
            initialData.prepare();
        } else {
            initialData.awaitPrepared(tablesWaitSeconds);
        }
    }

    /**
     * Builds the first catalogs from the database's rows. Where these are more than there is room for, returns when they are
     * fewer: after {@link #restore}, here or on the writer, or whatever else removes some.
     */
    void build() throws SQLException, InterruptedException {
        while (!catalogs.isBuilt()) {
            if (stopping) {
                throw new DatabaseException("Stopped before there was room for the database's rows");
            }
            try {
                database.awaitReplica();
                catalogs.buildFirst();
            } catch (OverfullException _) { // said by Catalogs, in the log and to whoever asks
                again.tryAcquire(OVERFULL_POLL_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    /** Ends a {@link #build} that waits for room. */
    void stop() {
        stopping = true;
        again.release();
    }

    /** Whether {@link #restore} is what the start waits for. */
    boolean waitsForRoom() {
        return started.getCount() > 0 && catalogs.room().reason().isPresent();
    }

    /** The start is over. In the background, what the first {@link #restore} would wait for: which rows the data directory has. */
    void anticipateRestore() {
        started.countDown();
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
        boolean starting = waitsForRoom();
        GtidSet executed = restoreHere();
        if (starting) {
            awaitStarted();
        }
        role.barrier().await(executed);
        return executed;
    }

    /** Whoever is told that all is restored may ask for it. */
    private void awaitStarted() {
        again.release();
        try {
            if (started.await(START_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            throw new Outcome.Unknown("the initial rows are stored, and this host is stopping", e);
        }
        throw new Outcome.Unknown("the initial rows are stored, and this host is not ready yet", null);
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

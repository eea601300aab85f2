package isuumo;

import isuumo.CatalogBuilder.Built;
import isuumo.InitialCatalogs.Searches;
import isuumo.catalog.CatalogPosition;
import isuumo.catalog.CatalogPosition.Replay;
import isuumo.catalog.Footprint;
import isuumo.catalog.Inquiries;
import isuumo.catalog.Items;
import isuumo.catalog.UploadDoor;
import isuumo.catalog.UploadLimits;
import isuumo.catalog.WriteGate;
import isuumo.catalog.WritePath;
import isuumo.chair.ChairCatalog;
import isuumo.chair.Chairs;
import isuumo.cluster.Barrier;
import isuumo.data.DataDirectory;
import isuumo.estate.EstateCatalog;
import isuumo.estate.Estates;
import isuumo.feed.FeedListener;
import isuumo.feed.FeedTarget;
import isuumo.feed.LostTrackException;
import isuumo.feed.Transaction;
import isuumo.gtid.GtidSet;
import isuumo.http.Readiness;
import isuumo.store.Database;
import isuumo.store.InitialData.Restored;
import isuumo.store.InitialRows;
import isuumo.table.ChairRow;
import isuumo.table.EstateRow;
import isuumo.table.RowChange;
import isuumo.table.RowChange.Inserted;
import isuumo.table.Table;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/**
 * Both catalogs: built from the database, then kept up by this server's own writes and by the change feed.
 *
 * <p>The old catalogs are served until both new ones are built; if anything fails they stay.
 */
final class Catalogs implements FeedTarget, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Catalogs.class.getName());
    /** A transaction is logged, and so shown, a moment before it can be read: its commit waits for the disk or a replica. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(5);

    private static final int MERGING_THREADS = 2;
    private static final Duration MERGING_IDLE = Duration.ofSeconds(10);

    private final CatalogPosition position = new CatalogPosition();
    private final WriteGate gate;
    private final CatalogBuilder builder;
    private final Chairs chairs;
    private final Estates estates;
    private final FeedListener listener;
    private final Inquiries inquiries;
    /** Those that are put back when the tables hold these rows again; empty before it is known which rows were the initial ones. */
    private volatile Optional<InitialCatalogs> initial = Optional.empty();
    private final UploadLimits limits;
    /** Whether there is room for the database's rows. */
    private final Readiness room = new Readiness(null);
    /** How many rows were counted before the catalogs are built. */
    private volatile long unbuiltRows;
    /** Where those of an earlier start are, if they are kept. */
    private final Optional<CatalogFile> file;

    /** @param listener hears each new position */
    Catalogs(Database database, DataDirectory data, WriteGate gate, FeedListener listener) {
        this(database, Searches.of(data), gate, listener, Barrier.NONE, UploadLimits.NONE, Optional.empty());
    }

    /** @param barrier what this server's own writes wait for */
    Catalogs(Database database, Searches searches, WriteGate gate, FeedListener listener, Barrier barrier,
            UploadLimits uploads, Optional<CatalogFile> file) {
        this.file = file;
        limits = uploads;
        this.gate = gate;
        this.listener = listener;
        builder = new CatalogBuilder(database, searches, uploads, rows -> unbuiltRows = rows);
        inquiries = new Inquiries(database, barrier);
        UploadDoor door = new UploadDoor(uploads);
        door.count(this::unbuilt);
        WritePath path = new WritePath(door, gate, position, barrier, inquiries, merging());
        chairs = new Chairs(database, path);
        estates = new Estates(database, path);
    }

    /**
     * Two threads, so that small merges need not wait for a large one; when both are busy, the writer that would hand over
     * a third merge makes it. They end when there has been nothing to do, and with the process: a merge is nobody's loss.
     */
    private static Executor merging() {
        return new ThreadPoolExecutor(0, MERGING_THREADS, MERGING_IDLE.toSeconds(), TimeUnit.SECONDS,
                new SynchronousQueue<>(), Thread.ofPlatform().daemon().name("merging-", 0).factory(),
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    Chairs chairs() {
        return chairs;
    }

    Estates estates() {
        return estates;
    }

    /** Not ready when the database was found to hold more rows than this host can: says how many, and what to do. */
    Readiness room() {
        return room;
    }

    private Footprint unbuilt() {
        return isBuilt()
                ? Footprint.NONE
                : new Footprint(unbuiltRows, unbuiltRows * UploadLimits.BYTES_A_ROW, 0);
    }

    Inquiries inquiries() {
        return inquiries;
    }

    boolean isBuilt() {
        return chairs.catalog() != null && estates.catalog() != null;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(ChairRow.TABLE, EstateRow.TABLE);
    }

    @Override
    public GtidSet position() {
        return position.get();
    }

    @Override
    public void replay(List<Transaction> transactions) throws LostTrackException {
        List<Transaction> expected = visibleAfter(position.get(), transactions);
        requireRoom(expected);
        var preparedChairs = chairs.prepare(changes(expected, ChairRow.TABLE));
        var preparedEstates = estates.prepare(changes(expected, EstateRow.TABLE));
        position.replay(before -> {
            GtidSet after = transactions.stream().map(Transaction::id).filter(id -> !before.covers(id))
                    .reduce(before, GtidSet::plus);
            List<Transaction> news = visibleAfter(before, transactions);
            if (!news.isEmpty()) {
                news.forEach(transaction -> listener.applying(transaction.id()));
                chairs.replay(changes(news, ChairRow.TABLE), preparedChairs, after);
                estates.replay(changes(news, EstateRow.TABLE), preparedEstates, after);
            }
            return new Replay(after, !news.isEmpty());
        }, replay -> listener.applied(replay.position(), replay.visible()));
        chairs.merge();
        estates.merge();
    }

    /** More rows than there is room for come from a host that has more, or by hand. */
    private void requireRoom(List<Transaction> transactions) throws LostTrackException {
        long added = added(changes(transactions, ChairRow.TABLE), chairs)
                + added(changes(transactions, EstateRow.TABLE), estates);
        long there = (long) chairs.catalog().size() + estates.catalog().size();
        if (added > 0 && there + added > limits.rows()) {
            throw new LostTrackException("there are " + there + " rows, and room for " + limits.rows() + ", and "
                    + added + " have been added");
        }
    }

    private static <R> long added(List<RowChange<R>> changes, Items<R, ?, ?, ?> items) {
        return changes.stream().filter(change -> change instanceof Inserted<R>(R row) && !items.has(row)).count();
    }

    private static List<Transaction> visibleAfter(GtidSet before, List<Transaction> transactions) {
        return transactions.stream().filter(transaction -> transaction.visible() && !before.covers(transaction.id()))
                .toList();
    }

    private static <R> List<RowChange<R>> changes(List<Transaction> transactions, Table<R> table) {
        return transactions.stream().map(transaction -> transaction.changes(table)).flatMap(List::stream).toList();
    }

    @Override
    public boolean holdsByNow(GtidSet transaction) throws SQLException {
        return gate.<Boolean, RuntimeException>alone(() -> position.get().covers(transaction));
    }

    @Override
    public void rebuilding(String reason) {
        listener.rebuilding(reason);
    }

    /** Keeps this server's writes out: none is between its commit and its publication. */
    @Override
    public boolean rebuild(GtidSet atLeast) throws SQLException {
        return gate.<Boolean, RuntimeException>alone(() -> position.rebuild(_ -> build(atLeast), this::tell));
    }

    /**
     * Builds the first ones, before the change feed starts. This server's own writes go on meanwhile, and what they commit
     * the feed will bring; none of those that found no catalogs is half-way when these are published.
     */
    void buildFirst() throws SQLException {
        Built first = built(GtidSet.EMPTY).orElseThrow();
        gate.<Boolean, RuntimeException>alone(
                () -> isBuilt() || position.rebuild(_ -> Optional.of(publish(first)), this::tell));
    }

    /**
     * Puts back the catalogs of the initial rows, which the tables hold again, without reading these; or builds them, if
     * they are not there, or others may have written since. Only while {@link WriteGate#alone}.
     */
    void restore(Restored restored) throws SQLException, InterruptedException {
        Optional<InitialCatalogs> kept = inMemory(restored.rows());
        if (kept.isEmpty() || !position.rebuild(before -> putBack(kept.get(), before, restored), this::tell)) {
            build();
        }
    }

    /** The change feed may have brought later transactions already. */
    private Optional<GtidSet> putBack(InitialCatalogs kept, GtidSet before, Restored restored) {
        return Optional.of(restored.executed()).filter(executed -> executed.covers(before)).map(executed -> {
            publish(kept.chairs(), kept.estates());
            return executed;
        });
    }

    /** Builds both from the replica's rows as they are now, none older than what is shown. Only while {@link WriteGate#alone}. */
    void build() throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!position.rebuild(this::build, this::tell)) {
            if (System.nanoTime() > deadline) {
                throw new SQLTimeoutException("The replica has not executed " + position.get() + ", which is shown "
                        + "already, after " + PATIENCE.toSeconds() + " s; is its replication running?");
            }
            Thread.sleep(POLL);
        }
    }

    private void tell() {
        listener.applied(position.get(), true);
    }

    private Optional<GtidSet> build(GtidSet atLeast) throws SQLException {
        return built(atLeast).map(this::publish);
    }

    private Optional<Built> built(GtidSet atLeast) throws SQLException {
        try {
            return builder.build(atLeast, this::kept);
        } catch (OverfullException e) {
            if (room.reason().isEmpty()) {
                LOG.warning(e.getMessage());
            }
            room.notReady(e.getMessage());
            throw e;
        }
    }

    private Optional<InitialCatalogs> inMemory(Optional<InitialRows> rows) {
        return initial.filter(known -> rows.equals(Optional.of(known.rows())));
    }

    private Optional<InitialCatalogs> kept(Optional<InitialRows> rows) {
        return inMemory(rows).or(() -> file.flatMap(there -> there.find(rows)));
    }

    /** Leaves the catalogs of the initial rows to later starts, if they do not have them; in the background. */
    void keep() {
        file.ifPresent(there -> initial.ifPresent(there::keep));
    }

    private GtidSet publish(Built next) {
        initial = next.initial();
        publish(next.chairs(), next.estates());
        return next.position();
    }

    private void publish(ChairCatalog nextChairs, EstateCatalog nextEstates) {
        chairs.publish(nextChairs);
        estates.publish(nextEstates);
        room.ready();
    }

    /** Finds nothing out any more. */
    @Override
    public void close() {
        inquiries.close();
    }
}

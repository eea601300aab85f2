package isuumo;

import isuumo.chair.ChairCatalog;
import isuumo.chair.ChairConditions;
import isuumo.chair.Chairs;
import isuumo.cluster.Barrier;
import isuumo.data.DataDirectory;
import isuumo.estate.EstateCatalog;
import isuumo.estate.EstateConditions;
import isuumo.estate.Estates;
import isuumo.feed.FeedListener;
import isuumo.feed.FeedTarget;
import isuumo.feed.Transaction;
import isuumo.store.CatalogPosition;
import isuumo.store.CatalogPosition.Replay;
import isuumo.store.ChairTable;
import isuumo.store.Database;
import isuumo.store.EstateTable;
import isuumo.store.GtidSet;
import isuumo.store.RowChange;
import isuumo.store.Snapshots;
import isuumo.store.WriteGate;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.logging.Logger;

/**
 * Both catalogs: built from the database, then kept up by this server's own writes and by the change feed.
 *
 * <p>The old catalogs are served until both new ones are built; if anything fails they stay.
 */
final class Catalogs implements FeedTarget {
    private static final Logger LOG = Logger.getLogger(Catalogs.class.getName());

    /** A transaction is logged, and so shown, a moment before it can be read: its commit waits for the disk or a replica. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(5);

    private static final int MERGING_THREADS = 2;
    private static final Duration MERGING_IDLE = Duration.ofSeconds(10);

    private final CatalogPosition position = new CatalogPosition();
    private final WriteGate gate;
    private final Snapshots snapshots;
    private final ChairConditions chairConditions;
    private final EstateConditions estateConditions;
    private final Chairs chairs;
    private final Estates estates;
    private final FeedListener listener;

    /** @param listener hears each new position */
    Catalogs(Database database, DataDirectory data, WriteGate gate, FeedListener listener) {
        this(database, data, gate, listener, Barrier.NONE);
    }

    /** @param barrier what this server's own writes wait for */
    Catalogs(Database database, DataDirectory data, WriteGate gate, FeedListener listener, Barrier barrier) {
        this.gate = gate;
        this.listener = listener;
        snapshots = new Snapshots(database);
        chairConditions = ChairConditions.of(data.chairConditions());
        estateConditions = EstateConditions.of(data.estateConditions());
        Executor merging = merging();
        chairs = new Chairs(new ChairTable(database), gate, position, barrier, merging);
        estates = new Estates(new EstateTable(database), gate, position, barrier, merging);
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

    boolean isBuilt() {
        return chairs.catalog() != null && estates.catalog() != null;
    }

    @Override
    public GtidSet position() {
        return position.get();
    }

    @Override
    public void replay(List<Transaction> transactions) {
        List<Transaction> expected = visibleAfter(position.get(), transactions);
        var preparedChairs = chairs.prepare(changes(expected, Transaction::chairs));
        var preparedEstates = estates.prepare(changes(expected, Transaction::estates));
        position.replay(before -> {
            GtidSet after = transactions.stream().map(Transaction::id).filter(id -> !before.covers(id))
                    .reduce(before, GtidSet::plus);
            List<Transaction> news = visibleAfter(before, transactions);
            if (!news.isEmpty()) {
                news.forEach(transaction -> listener.applying(transaction.id()));
                chairs.replay(changes(news, Transaction::chairs), preparedChairs, after);
                estates.replay(changes(news, Transaction::estates), preparedEstates);
            }
            return new Replay(after, !news.isEmpty());
        }, replay -> listener.applied(replay.position(), replay.visible()));
        chairs.merge();
        estates.merge();
    }

    private static List<Transaction> visibleAfter(GtidSet before, List<Transaction> transactions) {
        return transactions.stream().filter(transaction -> transaction.visible() && !before.covers(transaction.id()))
                .toList();
    }

    private static <R> List<RowChange<R>> changes(List<Transaction> transactions,
            Function<Transaction, List<RowChange<R>>> ofTable) {
        return transactions.stream().map(ofTable).flatMap(List::stream).toList();
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

    /** New catalogs, and the transactions that they hold. */
    private record Built(GtidSet position, ChairCatalog chairs, EstateCatalog estates) {}

    /**
     * Builds the first ones, before the change feed starts. This server's own writes go on meanwhile, and what they commit
     * the feed will bring; none of those that found no catalogs is half-way when these are published.
     */
    void buildFirst() throws SQLException {
        Built first = read(GtidSet.EMPTY).orElseThrow();
        gate.<Boolean, RuntimeException>alone(() -> position.rebuild(_ -> Optional.of(publish(first)), this::tell));
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
        return read(atLeast).map(this::publish);
    }

    private Optional<Built> read(GtidSet atLeast) throws SQLException {
        long start = System.nanoTime();
        Optional<Built> built = snapshots.read(atLeast).map(snapshot -> new Built(snapshot.position(),
                ChairCatalog.of(snapshot.chairs(), chairConditions),
                EstateCatalog.of(snapshot.estates(), estateConditions)));
        built.ifPresent(
                _ -> LOG.info(() -> "built the catalogs in " + (System.nanoTime() - start) / 1_000_000 + " ms"));
        return built;
    }

    private GtidSet publish(Built next) {
        chairs.publish(next.chairs());
        estates.publish(next.estates());
        return next.position();
    }
}

package isuumo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import isuumo.InitialCatalogs.Searches;
import isuumo.catalog.UploadLimits;
import isuumo.catalog.WriteGate;
import isuumo.chair.ChairCatalog;
import isuumo.chair.ChairCatalogView;
import isuumo.chair.Chairs;
import isuumo.cluster.Barrier;
import isuumo.data.DataDirectory;
import isuumo.estate.EstateCatalog;
import isuumo.estate.EstateCatalogView;
import isuumo.estate.Estates;
import isuumo.feed.ChangeFeed;
import isuumo.feed.FeedListener;
import isuumo.feed.FeedStatus;
import isuumo.feed.FeedTuning;
import isuumo.feed.RecordingListener;
import isuumo.gtid.GtidSet;
import isuumo.store.Database;
import isuumo.store.FeedAccount;
import isuumo.store.FeedServer;
import isuumo.store.RowStore;
import isuumo.table.ChairRow;
import isuumo.table.EstateRow;
import isuumo.testing.Account;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A server without HTTP: its catalogs, its change feed, and its writes to the primary. */
public final class FollowingHost implements AutoCloseable {
    private final RecordingListener listener = new RecordingListener();
    private final DataDirectory data;
    private final Account primary;
    private final Database database;
    private final Catalogs catalogs;
    private final Initialization initialization;
    private final ChangeFeed feed;

    /** @param own the host's own database server: the primary itself, or a replica */
    public FollowingHost(Account primary, Account own, Path directory, FeedTuning tuning) {
        this(primary, own, directory, tuning, Optional.empty(), "");
    }

    /** @param room for rows */
    public FollowingHost(Account primary, Account own, Path directory, FeedTuning tuning, UploadLimits room) {
        this(primary, own, directory, tuning, Optional.empty(), "", room);
    }

    /**
     * @param catalogFile where it keeps the catalogs of the initial rows
     * @param build that it is
     */
    public FollowingHost(Account primary, Account own, Path directory, FeedTuning tuning, Optional<Path> catalogFile,
            String build) {
        this(primary, own, directory, tuning, catalogFile, build, UploadLimits.NONE);
    }

    private FollowingHost(Account primary, Account own, Path directory, FeedTuning tuning, Optional<Path> catalogFile,
            String build, UploadLimits room) {
        this.primary = primary;
        data = DataDirectory.open(directory);
        database = new Database(primary.server(4), own.server(2), true);
        WriteGate gate = new WriteGate();
        Searches searches = Searches.of(data);
        catalogs = new Catalogs(database, searches, gate, listener, Barrier.NONE, room,
                catalogFile.map(path -> new CatalogFile(path, build, searches)));
        initialization = new Initialization(database, data, catalogs, gate);
        feed = new ChangeFeed(new FeedServer(own.server(2), new FeedAccount(own.user(), own.password())), catalogs,
                tuning);
    }

    public FollowingHost start() throws SQLException, InterruptedException {
        initialization.prepare();
        initialization.build();
        feed.start();
        return this;
    }

    /** Leaves the catalogs of the initial rows to the next start. */
    public void keepCatalogs() {
        catalogs.keep();
    }

    /** As {@code POST /initialize} does. */
    public GtidSet restore() throws SQLException, InterruptedException {
        return initialization.restore();
    }

    public Chairs chairs() {
        return catalogs.chairs();
    }

    public Estates estates() {
        return catalogs.estates();
    }

    public RecordingListener listener() {
        return listener;
    }

    public FeedStatus status() {
        return feed.status();
    }

    /** Why it has no room for the rows, once it says so, or once it does not any more. */
    public String awaitRoom(boolean enough) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (catalogs.room().reason().isEmpty() != enough) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(catalogs.room().reason() + ", " + status());
            }
            Thread.onSpinWait();
        }
        return catalogs.room().reason().orElse("");
    }

    public void awaitStatus(Predicate<FeedStatus> wanted) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!wanted.test(status())) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(status());
            }
            Thread.onSpinWait();
        }
    }

    /** As of all rows, read one by one: once everything is applied that the primary has committed so far. */
    public void assertAsBuiltAnew(int maxId) throws SQLException, InterruptedException {
        try (Database direct = new Database(primary.server(1), primary.server(1), true)) {
            Catalogs fresh = new Catalogs(direct, data, new WriteGate(), FeedListener.NONE);
            fresh.build();
            listener.awaitPosition(fresh.position());
            Searches searches = Searches.of(data);
            List<Integer> ids = IntStream.rangeClosed(0, maxId).boxed().toList();
            assertSame(
                    ChairCatalogView.of(ChairCatalog.of(new RowStore<>(direct, ChairRow.TABLE).readAll(),
                            searches.chairs()), ids),
                    ChairCatalogView.of(chairs().catalog(), ids));
            assertSame(
                    EstateCatalogView.of(EstateCatalog.of(new RowStore<>(direct, EstateRow.TABLE).readAll(),
                            searches.estates()), ids),
                    EstateCatalogView.of(estates().catalog(), ids));
        }
        assertEquals(List.of(), listener.violations());
    }

    /** The first difference only: a view has thousands of lines. */
    private static void assertSame(List<String> expected, List<String> actual) {
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), actual.get(i));
        }
    }

    @Override
    public void close() {
        feed.close();
        catalogs.close();
        database.close();
    }
}

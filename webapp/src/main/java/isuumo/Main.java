package isuumo;

import isuumo.InitialCatalogs.Searches;
import isuumo.catalog.WriteGate;
import isuumo.cluster.Role;
import isuumo.data.DataDirectory;
import isuumo.data.InvalidDataException;
import isuumo.feed.ChangeFeed;
import isuumo.feed.FeedTuning;
import isuumo.http.Readiness;
import isuumo.metrics.Metrics;
import isuumo.rehearsal.Rehearsal;
import isuumo.store.Database;
import isuumo.store.DatabaseException;
import isuumo.store.FeedServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.LogManager;

/** The server: how its parts are wired, started and stopped. Every route is in {@link Endpoints}. */
public final class Main implements AutoCloseable {
    private final Readiness readiness = new Readiness("starting");
    private final Readiness writeReadiness = new Readiness("starting");
    private final Metrics metrics = new Metrics();
    private final Settings settings;
    private final Database database;
    private final Role role;
    private final Optional<CatalogFile> catalogFile;
    private final Catalogs catalogs;
    private final Initialization initialization;
    private final Optional<ChangeFeed> feed;
    private final Duration partingGrace;
    private final Sockets sockets;

    static void main() throws InterruptedException, IOException {
        try (InputStream logging = Main.class.getResourceAsStream("/logging.properties")) {
            LogManager.getLogManager().readConfiguration(logging);
        }
        try {
            Main main = new Main(Settings.from(System.getenv()));
            Runtime.getRuntime().addShutdownHook(new Thread(main::close));
            main.start();
            System.out.println("operators: http://127.0.0.1:" + main.operatorsPort());
            System.out.println("ready: http://" + main.settings.host() + ":" + main.port());
        } catch (InvalidSettingException | InvalidDataException | DatabaseException | SQLException e) {
            System.err.println("isuumo: " + e.getMessage());
            System.exit(1);
        }
    }

    /** Checks the configuration and the data directory; opens no connection and no port. */
    public Main(Settings settings) throws UnknownHostException {
        this.settings = settings;
        DataDirectory data = DataDirectory.open(settings.dataDirectory());
        WriteGate gate = new WriteGate();
        database = new Database(settings.primary(), settings.replica(), settings.feed().isPresent());
        role = Role.of(settings.cluster(), database, metrics);
        Searches searches = Searches.of(data);
        catalogFile = settings.catalogFile().map(path -> new CatalogFile(path, Version.current().build(), searches));
        catalogs = new Catalogs(database, searches, gate, role.listener(), role.barrier(), settings.uploads(),
                catalogFile);
        initialization = new Initialization(database, data, catalogs, gate, role,
                settings.databaseWaitSeconds());
        feed = settings.feed().map(account -> new ChangeFeed(new FeedServer(settings.replica(), account), catalogs,
                FeedTuning.defaults()));
        HostMetrics.addCatalogs(metrics, catalogs);
        HostMetrics.addPools(metrics, database);
        feed.ifPresent(following -> HostMetrics.addFeed(metrics, following));
        Duration grace = Duration.ofSeconds(settings.stopGraceSeconds());
        partingGrace = role.presence().partingTime(grace);
        var endpoints = new Endpoints(settings, catalogs, initialization, role.access(), readiness, writeReadiness,
                metrics);
        HostMetrics.addState(metrics, endpoints::isReady, role.writes());
        sockets = new Sockets(settings, endpoints, grace.minus(partingGrace));
    }

    /** Listens at once, so that {@code /healthz} tells what it waits for; returns when every route is served. */
    public void start() throws SQLException, InterruptedException {
        sockets.start();
        catalogFile.ifPresent(CatalogFile::startReading);
        notReady("waiting for the database");
        database.awaitReachable(settings.databaseWaitSeconds());
        notReady("asking the other hosts who writes");
        role.presence().reached();
        notReady("building the catalogs");
        initialization.prepare();
        if (role.presence().writesUnbuilt()) {
            writeReadiness.ready();
        }
        initialization.build();
        role.presence().start(catalogs::position);
        if (feed.isPresent()) {
            feed.get().start();
        }
        readiness.notReady("rehearsing");
        new Rehearsal(catalogs.chairs(), catalogs.estates(), Duration.ofMillis(settings.rehearsalMillis())).run();
        writeReadiness.ready();
        readiness.ready();
        initialization.anticipateRestore();
        catalogs.keep();
    }

    private void notReady(String why) {
        writeReadiness.notReady(why);
        readiness.notReady(why);
    }

    /** The port where people are answered, once started. */
    public int port() {
        return sockets.port();
    }

    /** The port of {@code /healthz}, {@code /version} and {@code /metrics}, once started. */
    public int operatorsPort() {
        return sockets.operatorsPort();
    }

    /**
     * Refuses new requests, lets running ones finish, then closes the database's connections.
     *
     * <p>The grace period bounds it. A host that parts from others does so in the first half at most, with writes refused
     * and all else answered, and lets running requests finish in the second.
     */
    @Override
    public void close() {
        role.presence().part(partingGrace);
        notReady("stopping");
        initialization.stop();
        sockets.stop();
        role.presence().close();
        feed.ifPresent(ChangeFeed::close);
        catalogs.close();
        database.close();
    }
}

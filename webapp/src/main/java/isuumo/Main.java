package isuumo;

import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import isuumo.InitialCatalogs.Searches;
import isuumo.catalog.ItemRoutes;
import isuumo.catalog.WriteGate;
import isuumo.cluster.Role;
import isuumo.cluster.Topology;
import isuumo.data.DataDirectory;
import isuumo.data.InvalidDataException;
import isuumo.estate.EstateRoutes;
import isuumo.feed.ChangeFeed;
import isuumo.feed.FeedTuning;
import isuumo.http.ConnectionThreads;
import isuumo.http.JsonItem;
import isuumo.http.JsonReply;
import isuumo.http.ProtocolErrors;
import isuumo.http.Readiness;
import isuumo.http.Routes;
import isuumo.metrics.Metrics;
import isuumo.recommend.RecommendRoutes;
import isuumo.rehearsal.Rehearsal;
import isuumo.site.Site;
import isuumo.store.Database;
import isuumo.store.DatabaseException;
import isuumo.store.FeedServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.LogManager;

/** The server: how its parts are wired, and every route. */
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
    private final WebServer server;

    static void main() throws InterruptedException, IOException {
        try (InputStream logging = Main.class.getResourceAsStream("/logging.properties")) {
            LogManager.getLogManager().readConfiguration(logging);
        }
        try {
            Main main = new Main(Settings.from(System.getenv()));
            Runtime.getRuntime().addShutdownHook(new Thread(main::close));
            main.start();
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
        boolean writes = settings.cluster().map(Topology::isWriter).orElse(true);
        database = new Database(writes ? settings.primary() : settings.replica(), settings.replica(),
                settings.feed().isPresent());
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
        server = WebServer.builder()
                .address(InetAddress.getByName(settings.host()))
                .port(settings.port())
                .useNio(false) // one write an answer; NIO goes through an 8 KB buffer
                .connectionOptions(options -> options.tcpNoDelay(true))
                .addConnectionSelector(new ConnectionThreads())
                .protocolsDiscoverServices(false)
                .shutdownGracePeriod(grace.minus(partingGrace))
                .shutdownHook(false) // this class closes in order
                .directHandlers(ProtocolErrors.handlers())
                .addRouting(routing())
                .build();
    }

    /** Listens at once, so that {@code /healthz} tells what it waits for; returns when every route is served. */
    public void start() throws SQLException, InterruptedException {
        requireFreePort();
        server.start();
        catalogFile.ifPresent(CatalogFile::startReading);
        notReady("waiting for the database");
        database.awaitReachable(settings.databaseWaitSeconds());
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

    /** Helidon only logs that it cannot listen, at length, and goes on without a listener. */
    private void requireFreePort() {
        try (var _ = new ServerSocket(settings.port(), 1, InetAddress.getByName(settings.host()))) {
            // free a moment ago
        } catch (IOException e) {
            throw new InvalidSettingException("cannot listen on " + settings.host() + ":" + settings.port() + ": "
                    + e.getMessage() + "; choose another ISUUMO_PORT or ISUUMO_HOST, or stop what listens there");
        }
    }

    private HttpRouting.Builder routing() {
        var chairs = new ItemRoutes<>(catalogs.chairs());
        var estates = new EstateRoutes(catalogs.estates());
        var recommend = new RecommendRoutes(catalogs.chairs(), catalogs.estates());
        Routes routes = new Routes((path, handler) -> metrics.route(path).timed(handler))
                .get("/api/chair/search", read(chairs::search))
                .get("/api/estate/search", read(estates::search))
                .get("/api/chair/low_priced", read(chairs::lowPriced))
                .get("/api/estate/low_priced", read(estates::lowPriced))
                .get("/api/chair/search/condition", read(chairs::conditions))
                .get("/api/estate/search/condition", read(estates::conditions))
                .get("/api/chair/{id}", lookup(chairs::detail))
                .post("/api/estate/nazotte", read(estates::nazotte))
                .get("/api/estate/{id}", lookup(estates::detail))
                .get("/api/recommended_estate/{id}", lookup(recommend::recommend))
                .post("/api/chair/buy/{id}", write(catalogs.chairs()::buy))
                .post("/api/estate/req_doc/{id}", lookup(estates::requestDocument))
                .post("/api/chair", write(catalogs.chairs()::upload))
                .post("/api/estate", write(catalogs.estates()::upload))
                .post("/initialize", restore(role.access().write((_, response) -> {
                    initialization.restore();
                    JsonReply.send(response, new JsonItem().put("language", "java").toBytes());
                })))
                .get("/healthz", (_, response) -> refusal().ifPresentOrElse(
                        reason -> JsonReply.sendError(response, Status.SERVICE_UNAVAILABLE_503, reason),
                        () -> JsonReply.send(response, new JsonItem().put("status", "ready").toBytes())))
                .get("/metrics", metrics::send)
                .get("/version", (_, response) -> JsonReply.send(response, Version.current().json()));
        role.access().addRoutes(routes);
        settings.siteDirectory().ifPresent(directory -> routes.otherwise(site(directory)));
        return routes.build();
    }

    private Handler read(Handler handler) {
        return ready(role.access().read(handler));
    }

    private Handler lookup(Handler handler) {
        return ready(role.access().lookup(handler));
    }

    private Handler write(Handler handler) {
        return catalogs.room().guard(writeReadiness.guard(role.access().write(handler)));
    }

    private Handler ready(Handler handler) {
        return catalogs.room().guard(readiness.guard(handler));
    }

    /** It makes room where there is too little to start. */
    private Handler restore(Handler handler) {
        Handler whenReady = readiness.guard(handler);
        return (request, response) -> (initialization.waitsForRoom() ? handler : whenReady).handle(request, response);
    }

    private Optional<String> refusal() {
        return catalogs.room().reason().or(readiness::reason).or(role.access()::refusal);
    }

    private Site site(Path directory) {
        try {
            return new Site(directory, settings.dataDirectory());
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException("ISUUMO_SITE_DIR: " + e.getMessage());
        }
    }

    /** The port that is listened on, once started. */
    public int port() {
        return server.port();
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
        if (server.isRunning()) {
            server.stop();
        }
        role.presence().close();
        feed.ifPresent(ChangeFeed::close);
        catalogs.close();
        database.close();
    }
}

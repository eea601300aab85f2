package isuumo;

import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import isuumo.Settings.InvalidSettingException;
import isuumo.chair.ChairRoutes;
import isuumo.data.DataDirectory;
import isuumo.data.InvalidDataException;
import isuumo.estate.EstateRoutes;
import isuumo.http.JsonItem;
import isuumo.http.JsonReply;
import isuumo.http.ProtocolErrors;
import isuumo.http.Readiness;
import isuumo.http.Routes;
import isuumo.recommend.RecommendRoutes;
import isuumo.site.Site;
import isuumo.store.Database;
import isuumo.store.DatabaseException;
import isuumo.store.WriteGate;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.logging.LogManager;

/** The server: how its parts are wired, and every route. */
public final class Main implements AutoCloseable {
    private final Readiness readiness = new Readiness("starting");
    private final Settings settings;
    private final Database database;
    private final Initialization initialization;
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
        database = new Database(settings.primaryUrl(), settings.primaryPoolSize(), settings.replicaUrl(),
                settings.replicaPoolSize(), settings.databaseUser(), settings.databasePassword());
        initialization = new Initialization(database, data, new WriteGate());
        server = WebServer.builder()
                .address(InetAddress.getByName(settings.host()))
                .port(settings.port())
                .useNio(false) // one write an answer; NIO goes through an 8 KB buffer
                .connectionOptions(options -> options.tcpNoDelay(true))
                .shutdownGracePeriod(Duration.ofSeconds(settings.stopGraceSeconds()))
                .shutdownHook(false) // this class closes in order
                .directHandlers(ProtocolErrors.handlers())
                .addRouting(routing())
                .build();
    }

    /** Listens at once, so that {@code /healthz} tells what it waits for; returns when every route is served. */
    public void start() throws SQLException, InterruptedException {
        requireFreePort();
        server.start();
        readiness.notReady("waiting for the database");
        database.awaitReachable(settings.databaseWaitSeconds());
        readiness.notReady("building the catalogs");
        initialization.start();
        readiness.ready();
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
        var chairs = new ChairRoutes(initialization.chairs());
        var estates = new EstateRoutes(initialization.estates());
        var recommend = new RecommendRoutes(initialization.chairs(), initialization.estates());
        Routes routes = new Routes()
                .get("/api/chair/search", chairs::search)
                .get("/api/estate/search", estates::search)
                .get("/api/chair/low_priced", chairs::lowPriced)
                .get("/api/estate/low_priced", estates::lowPriced)
                .get("/api/chair/search/condition", chairs::conditions)
                .get("/api/estate/search/condition", estates::conditions)
                .get("/api/chair/{id}", chairs::detail)
                .post("/api/estate/nazotte", estates::nazotte)
                .get("/api/estate/{id}", estates::detail)
                .get("/api/recommended_estate/{id}", recommend::recommend)
                .post("/api/chair/buy/{id}", chairs::buy)
                .post("/api/estate/req_doc/{id}", estates::requestDocument)
                .post("/api/chair", chairs::upload)
                .post("/api/estate", estates::upload)
                .post("/initialize", (_, response) -> {
                    initialization.restore();
                    JsonReply.send(response, new JsonItem().put("language", "java").toBytes());
                })
                .get("/healthz", (_, response) -> readiness.reason().ifPresentOrElse(
                        reason -> JsonReply.sendError(response, Status.SERVICE_UNAVAILABLE_503, reason),
                        () -> JsonReply.send(response, new JsonItem().put("status", "ready").toBytes())))
                .get("/version", (_, response) -> JsonReply.send(response, Version.current().json()));
        settings.siteDirectory().ifPresent(directory -> routes.otherwise(site(directory)));
        return routes.build(readiness, "/healthz", "/version");
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

    /** Refuses new requests, lets running ones finish within the grace period, then closes the database's connections. */
    @Override
    public void close() {
        readiness.notReady("stopping");
        if (server.isRunning()) {
            server.stop();
        }
        database.close();
    }
}

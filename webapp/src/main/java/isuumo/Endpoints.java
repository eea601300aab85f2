package isuumo;

import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import isuumo.catalog.ItemRoutes;
import isuumo.cluster.Access;
import isuumo.cluster.HostsOnly;
import isuumo.cluster.Topology;
import isuumo.estate.EstateRoutes;
import isuumo.http.JsonItem;
import isuumo.http.JsonReply;
import isuumo.http.OperatorsOnly;
import isuumo.http.OwnPagesOnly;
import isuumo.http.Readiness;
import isuumo.http.Routes;
import isuumo.http.WorkLimit;
import isuumo.metrics.Metrics;
import isuumo.recommend.RecommendRoutes;
import isuumo.site.Site;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Every route: what people may ask, what hosts ask each other, and what operators do, each for a socket of its own. */
final class Endpoints {
    /** As many as nginx brings; for how long they wait is what bounds their number. */
    private static final int WAITING = 4_096;
    /** Some wait for the other hosts, and need no connection meanwhile; more would wait longer than people do. */
    private static final int PURCHASES_A_CONNECTION = 2;
    /** Each holds a thread, and its body is still in the network. */
    private static final int UPLOADS_WAITING = 100;
    /** As long as a client in front waits. */
    private static final Duration UPLOAD_PATIENCE = Duration.ofSeconds(10);

    private final Settings settings;
    private final Catalogs catalogs;
    private final Initialization initialization;
    private final Access access;
    private final Readiness readiness;
    private final Readiness writeReadiness;
    private final Metrics metrics;
    private final WorkLimit reads;
    private final WorkLimit writes;
    private final WorkLimit uploads;
    private final ItemRoutes<?> chairs;
    private final EstateRoutes estates;
    private final RecommendRoutes recommend;

    /**
     * @param readiness of what is answered from the catalogs
     * @param writeReadiness of what changes the rows
     */
    Endpoints(Settings settings, Catalogs catalogs, Initialization initialization, Access access, Readiness readiness,
            Readiness writeReadiness, Metrics metrics) {
        this.settings = settings;
        this.catalogs = catalogs;
        this.initialization = initialization;
        this.access = access;
        this.readiness = readiness;
        this.writeReadiness = writeReadiness;
        this.metrics = metrics;
        int poolSize = settings.primary().poolSize();
        Duration patience = millis(settings.turns().waitMillis());
        reads = new WorkLimit("reads", settings.turns().readsAtOnce(), WAITING, patience);
        writes = new WorkLimit("purchases", PURCHASES_A_CONNECTION * poolSize, WAITING, patience);
        uploads = new WorkLimit("uploads", settings.uploads().atOnce(), UPLOADS_WAITING, UPLOAD_PATIENCE);
        HostMetrics.addLimits(metrics, Map.of("reads", reads, "purchases", writes, "uploads", uploads));
        chairs = new ItemRoutes<>(catalogs.chairs());
        estates = new EstateRoutes(catalogs.estates());
        recommend = new RecommendRoutes(catalogs.chairs(), catalogs.estates());
    }

    HttpRouting.Builder forPeople() {
        UnaryOperator<Handler> operators = settings.profile().operatorCredential().map(OperatorsOnly::new)
                .<UnaryOperator<Handler>>map(only -> only::guard).orElse(UnaryOperator.identity());
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
                .post("/api/chair/buy/{id}", writes.guard(write(catalogs.chairs()::buy)))
                .post("/api/estate/req_doc/{id}", lookup(estates::requestDocument))
                .post("/api/chair", operators.apply(uploads.guard(write(catalogs.chairs()::upload))))
                .post("/api/estate", operators.apply(uploads.guard(write(catalogs.estates()::upload))))
                .post("/initialize", operators.apply(restore(access.write(this::initialize))));
        if (settings.profile().isPublic()) {
            routes.filter(new OwnPagesOnly());
        }
        settings.siteDirectory().ifPresent(directory -> routes.otherwise(site(directory)));
        return routes.build();
    }

    private static Duration millis(int millis) {
        return Duration.ofMillis(millis);
    }

    /** What one forwards to the other, or looks up there, has passed people's rules where it came in. */
    HttpRouting.Builder forHosts(Topology topology) {
        Routes routes = new Routes((path, handler) -> metrics.route("hosts" + path).timed(handler))
                .filter(new HostsOnly(topology))
                .get("/api/chair/{id}", ready(access.hostsLookup(chairs::detail)))
                .get("/api/estate/{id}", ready(access.hostsLookup(estates::detail)))
                .get("/api/recommended_estate/{id}", ready(access.hostsLookup(recommend::recommend)))
                .post("/api/chair/buy/{id}", writable(access.hostsWrite(catalogs.chairs()::buy)))
                .post("/api/chair", writable(access.hostsWrite(catalogs.chairs()::upload)))
                .post("/api/estate", writable(access.hostsWrite(catalogs.estates()::upload)))
                .post("/initialize", restore(access.hostsWrite(this::initialize)));
        access.addHostsRoutes(routes);
        return routes.build();
    }

    HttpRouting.Builder forOperators() {
        return new Routes((_, handler) -> handler)
                .get("/healthz", (_, response) -> refusal().ifPresentOrElse(
                        reason -> JsonReply.sendError(response, Status.SERVICE_UNAVAILABLE_503, reason),
                        () -> JsonReply.send(response, new JsonItem().put("status", "ready").toBytes())))
                .get("/metrics", metrics::send)
                .get("/version", (_, response) -> JsonReply.send(response, Version.current().json()))
                .build();
    }

    private void initialize(ServerRequest request, ServerResponse response) throws SQLException {
        initialization.restore();
        JsonReply.send(response, new JsonItem().put("language", "java").toBytes());
    }

    private Handler read(Handler handler) {
        return ready(access.read(reads.guard(handler)));
    }

    private Handler lookup(Handler handler) {
        return ready(access.lookup(reads.guard(handler)));
    }

    private Handler write(Handler handler) {
        return writable(access.write(handler));
    }

    private Handler ready(Handler handler) {
        return catalogs.room().guard(readiness.guard(handler));
    }

    private Handler writable(Handler handler) {
        return catalogs.room().guard(writeReadiness.guard(handler));
    }

    /** It makes room where there is too little to start. */
    private Handler restore(Handler handler) {
        Handler whenReady = readiness.guard(handler);
        return (request, response) -> (initialization.waitsForRoom() ? handler : whenReady).handle(request, response);
    }

    /** Whether every endpoint is served, as far as this host knows. */
    boolean isReady() {
        return refusal().isEmpty();
    }

    /** Why reads are refused. */
    private Optional<String> refusal() {
        return catalogs.room().reason().or(readiness::reason).or(access::refusal);
    }

    private Handler site(Path directory) {
        Site site = builtSite(directory);
        Handler item = read(site::item);
        return (request, response) -> (site.asksForItem(request) ? item : site).handle(request, response);
    }

    private Site builtSite(Path directory) {
        try {
            return new Site(directory, settings.dataDirectory(), this::shown,
                    settings.profile().isPublic() ? "https" : "http");
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException("ISUUMO_SITE_DIR: " + e.getMessage());
        }
    }

    private byte[] shown(String kind, long id) {
        return (kind.equals("chair") ? catalogs.chairs() : catalogs.estates()).catalog().detail(id);
    }
}

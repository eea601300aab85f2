package isuumo.rehearsal;

import com.sun.management.OperatingSystemMXBean;
import io.helidon.webserver.WebServer;
import isuumo.catalog.ItemRoutes;
import isuumo.chair.Chairs;
import isuumo.estate.EstateRoutes;
import isuumo.estate.Estates;
import isuumo.http.ConnectionThreads;
import isuumo.http.Routes;
import isuumo.recommend.RecommendRoutes;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs the code that answers before anybody is answered, so that the JVM has loaded and compiled it: on a third of a core
 * a cold upload takes longer than a client waits.
 *
 * <p>A listener of its own, on a free port of the loopback interface, hands real requests to the real handlers, which
 * answer from the real catalogs. An upload goes as far as the next catalog, which is then dropped. Nothing is stored, shown
 * or counted, and what fails is logged: a server that was not rehearsed is slow at first, and right.
 */
public final class Rehearsal {
    private static final Logger LOG = Logger.getLogger(Rehearsal.class.getName());
    private static final OperatingSystemMXBean PROCESS = (OperatingSystemMXBean) ManagementFactory
            .getOperatingSystemMXBean();
    /** By then a round has been compiled, and a host that is fast enough to get there is not held up any longer. */
    private static final int MAX_ROUNDS = 15;

    private final Chairs chairs;
    private final Estates estates;
    private final Duration processorTime;

    /** @param processorTime of the whole process after which nothing more is sent; zero: no rehearsal */
    public Rehearsal(Chairs chairs, Estates estates, Duration processorTime) {
        this.chairs = chairs;
        this.estates = estates;
        this.processorTime = processorTime;
    }

    /** Returns when it is over. The catalogs are built, and may change meanwhile. */
    public void run() {
        if (processorTime.isZero()) {
            return;
        }
        long start = PROCESS.getProcessCpuTime();
        WebServer stage = WebServer.builder().address(InetAddress.getLoopbackAddress()).port(0)
                .useNio(false).connectionOptions(options -> options.tcpNoDelay(true))
                .addConnectionSelector(new ConnectionThreads()).protocolsDiscoverServices(false)
                .shutdownHook(false).addRouting(routes().build()).build();
        try {
            stage.start();
            List<RehearsalRequest> script = RehearsalRequest.script();
            int sent = 0;
            do {
                script.get(sent % script.size()).send(stage.port());
                sent++;
            } while (sent < MAX_ROUNDS * script.size()
                    && PROCESS.getProcessCpuTime() - start < processorTime.toNanos());
            LOG.info("rehearsed " + sent + " requests in " + (PROCESS.getProcessCpuTime() - start) / 1_000_000
                    + " ms of processor time");
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "the rehearsal failed, so that the first requests may be slow");
        } finally {
            stage.stop();
        }
    }

    /** Those of {@code Main} that write nothing, and uploads without the database. */
    private Routes routes() {
        var chairRoutes = new ItemRoutes<>(chairs);
        var estateRoutes = new EstateRoutes(estates);
        return new Routes((_, handler) -> handler)
                .get("/api/chair/search", chairRoutes::search)
                .get("/api/estate/search", estateRoutes::search)
                .get("/api/chair/low_priced", chairRoutes::lowPriced)
                .get("/api/estate/low_priced", estateRoutes::lowPriced)
                .get("/api/chair/search/condition", chairRoutes::conditions)
                .get("/api/estate/search/condition", estateRoutes::conditions)
                .get("/api/chair/{id}", chairRoutes::detail)
                .post("/api/estate/nazotte", estateRoutes::nazotte)
                .get("/api/estate/{id}", estateRoutes::detail)
                .get("/api/recommended_estate/{id}", new RecommendRoutes(chairs, estates)::recommend)
                .post("/api/estate/req_doc/{id}", estateRoutes::requestDocument)
                .post("/api/chair", chairs::rehearseUpload)
                .post("/api/estate", estates::rehearseUpload);
    }
}

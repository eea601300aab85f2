package isuumo.cluster;

import io.helidon.webserver.WebServer;
import isuumo.http.JsonBody;
import isuumo.http.JsonReply;
import isuumo.http.Routes;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

/** A host that does nothing but to hold every mandate that it is told. */
public final class ConsentingHost implements AutoCloseable {
    private final WebServer server;

    /** @param port of {@code ISUUMO_CLUSTER} */
    public ConsentingHost(Topology topology, int port) {
        Routes routes = new Routes((_, handler) -> handler).filter(new HostsOnly(topology)).post(MandateRoutes.TELL,
                (request, response) -> JsonReply.send(response,
                        JsonBody.object(request).toString().getBytes(StandardCharsets.UTF_8)));
        server = WebServer.builder().address(InetAddress.getLoopbackAddress()).port(port).routing(routes.build())
                .build()
                .start();
    }

    @Override
    public void close() {
        server.stop();
    }
}

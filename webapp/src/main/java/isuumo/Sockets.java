package isuumo;

import io.helidon.webserver.ListenerConfig;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import isuumo.cluster.Topology;
import isuumo.http.ConnectionThreads;
import isuumo.http.ProtocolErrors;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the server listens: for people, for the other hosts, and for operators on this machine. What one socket answers no
 * other does, whatever the path, and each has threads of its own: people who come in numbers keep no lease waiting.
 */
final class Sockets {
    private static final String HOSTS = "hosts";
    private static final String OPERATORS = "operators";

    private final List<Place> places = new ArrayList<>();
    private final WebServer server;

    /** Where to listen, and what helps where that cannot be. */
    private record Place(InetSocketAddress address, String remedy) {}

    /** @throws UnknownHostException when an address cannot be resolved */
    Sockets(Settings settings, Endpoints endpoints, Duration grace) throws UnknownHostException {
        var builder = WebServer.builder().shutdownHook(false); // Main closes in order
        var people = new InetSocketAddress(InetAddress.getByName(settings.host()), settings.port());
        configure(builder, people, endpoints.forPeople(), OpenFiles.people(), grace);
        places.add(new Place(people, "choose another ISUUMO_PORT or ISUUMO_HOST"));
        var operators = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), settings.operatorsPort());
        builder.putSocket(OPERATORS, listener(operators, endpoints.forOperators(), OpenFiles.OPERATORS, grace));
        places.add(new Place(operators, "choose another ISUUMO_OPERATORS_PORT"));
        if (settings.cluster().isPresent()) {
            Topology topology = settings.cluster().get();
            InetSocketAddress own = topology.ownAddress();
            var hosts = new InetSocketAddress(InetAddress.getByName(own.getHostString()), own.getPort());
            builder.putSocket(HOSTS, listener(hosts, endpoints.forHosts(topology), OpenFiles.HOSTS, grace));
            places.add(new Place(hosts, "name another address of this host in ISUUMO_CLUSTER"));
        }
        server = builder.build();
    }

    private static ListenerConfig listener(InetSocketAddress address, HttpRouting.Builder routing, int connections,
            Duration grace) {
        var builder = ListenerConfig.builder();
        configure(builder, address, routing, connections, grace);
        return builder.build();
    }

    private static void configure(ListenerConfig.BuilderBase<?, ?> builder, InetSocketAddress address,
            HttpRouting.Builder routing, int connections, Duration grace) {
        builder.address(address.getAddress());
        builder.port(address.getPort());
        builder.maxTcpConnections(connections);
        builder.useNio(false); // one write an answer; NIO goes through an 8 KB buffer
        builder.connectionOptions(options -> options.tcpNoDelay(true));
        builder.addConnectionSelector(new ConnectionThreads());
        builder.protocolsDiscoverServices(false);
        builder.shutdownGracePeriod(grace);
        builder.directHandlers(ProtocolErrors.handlers());
        builder.addRouting(routing);
    }

    void start() {
        places.forEach(Sockets::requireFree);
        server.start();
    }

    /** Helidon only logs that it cannot listen, at length, and goes on without a listener. */
    private static void requireFree(Place place) {
        InetSocketAddress address = place.address();
        try (var _ = new ServerSocket(address.getPort(), 1, address.getAddress())) {
            // free a moment ago
        } catch (IOException e) {
            throw new InvalidSettingException("cannot listen on " + address.getAddress().getHostAddress() + ":"
                    + address.getPort() + ": " + e.getMessage() + "; " + place.remedy()
                    + ", or stop what listens there");
        }
    }

    /** Of people, once started. */
    int port() {
        return server.port();
    }

    int operatorsPort() {
        return server.port(OPERATORS);
    }

    /** Refuses new requests, and lets running ones finish within the grace period. */
    void stop() {
        if (server.isRunning()) {
            server.stop();
        }
    }
}

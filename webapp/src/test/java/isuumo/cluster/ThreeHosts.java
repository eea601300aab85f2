package isuumo.cluster;

import isuumo.durability.SmallData;
import isuumo.embedded.ClaimedPort;
import isuumo.testing.Account;
import isuumo.testing.BuildDirectory;
import isuumo.testing.EmbeddedHome;
import isuumo.testing.Http;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Three servers, each with its own database server: isu1 writes at first. */
final class ThreeHosts implements AutoCloseable {
    /** Longer than a busy machine stands still: nobody loses a lease who is not killed. */
    static final int CALM_LEASE_MILLIS = 5_000;

    /** Enough for a JVM to start on a busy machine. */
    private static final int PARTING_LEASE_MILLIS = 120_000;

    /** It is tested by itself ({@code RehearsalIT}); here hosts start again and again. */
    private static final int REHEARSAL_MILLIS = 100;

    static final String SECRET = "only these three hosts know this secret";

    private static final int FIRST_PORT = 19_250;
    private static final int LAST_PORT = 19_299;

    final ThreeDatabases databases = new ThreeDatabases();
    final List<HostProcess> hosts = new ArrayList<>();
    private final List<ClaimedPort> ports = new ArrayList<>();
    final Path data = SmallData.directory();

    ThreeHosts(int leaseMillis) throws Exception {
        this(leaseMillis, false);
    }

    ThreeHosts(int leaseMillis, boolean failover) throws Exception {
        try {
            configure(leaseMillis, failover);
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    private void configure(int leaseMillis, boolean failover) throws Exception {
        for (int port = 0; port < 9; port++) {
            ports.add(ClaimedPort.between(FIRST_PORT, LAST_PORT));
        }
        String cluster = "isu1=127.0.0.1:" + hostsPort(0) + ",isu2=127.0.0.1:" + hostsPort(1) + ",isu3=127.0.0.1:"
                + hostsPort(2);
        String secretFile = Files.writeString(BuildDirectory.resolve("cluster.secret"), SECRET).toString();
        for (int host = 0; host < 3; host++) {
            Files.deleteIfExists(mandateFile(host));
            Account own = databases.of(host);
            Map<String, String> environment = new HashMap<>(Map.of(
                    "ISUUMO_PORT", Integer.toString(port(host)),
                    "ISUUMO_DATA_DIR", data.toString(),
                    "ISUUMO_PRIMARY_URL", own.jdbcUrl(),
                    "ISUUMO_DB_USER", own.user(),
                    "ISUUMO_DB_PASSWORD", own.password(),
                    "ISUUMO_FEED_USER", own.user(),
                    "ISUUMO_CLUSTER", cluster,
                    "ISUUMO_HOST_NAME", "isu" + (host + 1),
                    "ISUUMO_WRITER", "isu1"));
            environment.put("ISUUMO_FEED_PASSWORD_FILE", passwordFile(host).toString());
            environment.put("ISUUMO_MANDATE_FILE", mandateFile(host).toString());
            environment.put("ISUUMO_PROFILE", "contest");
            environment.put("ISUUMO_OPERATORS_PORT", Integer.toString(operatorsPort(host)));
            environment.put("ISUUMO_CLUSTER_SECRET_FILE", secretFile);
            environment.put("ISUUMO_FAILOVER", Boolean.toString(failover));
            environment.put("ISUUMO_LEASE_MILLIS", Integer.toString(leaseMillis));
            environment.put("ISUUMO_PARTING_LEASE_MILLIS", Integer.toString(PARTING_LEASE_MILLIS));
            environment.put("ISUUMO_REHEARSAL_MILLIS", Integer.toString(REHEARSAL_MILLIS));
            hosts.add(new HostProcess("isu" + (host + 1), port(host), operatorsPort(host), environment));
        }
    }

    private int port(int host) {
        return ports.get(host).number();
    }

    int hostsPort(int host) {
        return ports.get(3 + host).number();
    }

    private int operatorsPort(int host) {
        return ports.get(6 + host).number();
    }

    static Path mandateFile(int host) {
        return BuildDirectory.resolve("cluster-" + host + ".mandate");
    }

    private static Path passwordFile(int host) {
        return EmbeddedHome.named("cluster-" + host).path().resolve("password");
    }

    void start() throws IOException, InterruptedException {
        startAll();
        for (HostProcess host : hosts) {
            host.awaitServing();
        }
    }

    /** Without waiting until they serve. */
    void startAll() throws IOException {
        for (HostProcess host : hosts) {
            host.start();
        }
    }

    /** What one host, or an operator, says to another; hosts from 0. */
    Http between(int from, int to, String method, String path) {
        var question = new HostProof(SECRET).ask("isu" + (from + 1), method, path);
        return new Http(hostsPort(to)).with(HostProof.HEADER, question.toString());
    }

    HostProcess writer() {
        return hosts.getFirst();
    }

    @Override
    public void close() throws IOException {
        hosts.forEach(HostProcess::close);
        ports.forEach(ClaimedPort::close);
        databases.close();
    }
}

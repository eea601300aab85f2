package isuumo.cluster;

import isuumo.cluster.lease.LeaseTerms;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which hosts there are, and what this one is among them.
 *
 * @param hosts the app's address of each, by name
 * @param self this host's name
 * @param writer the name of the host that takes writes and grants leases
 * @param lease how long a silent host can delay a write at most
 * @param partingLease how long peers serve while the writer restarts
 * @param secret what every request between hosts carries, if set
 */
public record Topology(Map<String, InetSocketAddress> hosts, String self, String writer, Duration lease,
        Duration partingLease, Optional<String> secret) {
    /** Carries the secret. */
    static final String SECRET_HEADER = "Isuumo-Cluster-Secret";

    /** @throws IllegalArgumentException saying which part is wrong and what would be right */
    public Topology {
        requireKnown("ISUUMO_HOST_NAME", self, hosts);
        requireKnown("ISUUMO_WRITER", writer, hosts);
        if (hosts.size() < 2) {
            throw new IllegalArgumentException("ISUUMO_CLUSTER names one host only; leave it unset for one host alone");
        }
    }

    private static void requireKnown(String variable, String name, Map<String, InetSocketAddress> hosts) {
        if (!hosts.containsKey(name)) {
            throw new IllegalArgumentException(
                    variable + "=" + name + " is none of the hosts of ISUUMO_CLUSTER; those are " + hosts.keySet());
        }
    }

    /**
     * Reads {@code isu1=10.0.0.1:8080,isu2=10.0.0.2:8080}; an IPv6 address stands in brackets.
     *
     * @throws IllegalArgumentException naming the malformed part
     */
    public static Map<String, InetSocketAddress> hosts(String text) {
        Map<String, InetSocketAddress> hosts = new LinkedHashMap<>();
        for (String part : text.split(",", -1)) {
            String[] pair = part.strip().split("=", 2);
            URI address = pair.length == 2 && pair[0].matches("[A-Za-z0-9._-]+") ? address(pair[1]) : null;
            if (address == null) {
                throw new IllegalArgumentException("ISUUMO_CLUSTER holds '" + part
                        + "'; each part must be like isu1=10.0.0.1:8080, a name, an address and a port from 1 to 65535");
            }
            String host = address.getHost().replaceAll("[\\[\\]]", "");
            if (hosts.put(pair[0], InetSocketAddress.createUnresolved(host, address.getPort())) != null) {
                throw new IllegalArgumentException("ISUUMO_CLUSTER names " + pair[0] + " twice");
            }
        }
        if (hosts.values().stream().distinct().count() < hosts.size()) {
            throw new IllegalArgumentException("ISUUMO_CLUSTER gives two hosts one address: " + hosts);
        }
        return hosts;
    }

    /** Null when it is none. */
    private static URI address(String text) {
        try {
            URI address = URI.create("http://" + text);
            boolean plain = address.getHost() != null && address.getPort() >= 1 && address.getPort() <= 65535
                    && address.getRawPath().isEmpty() && address.getRawUserInfo() == null
                    && address.getRawQuery() == null && address.getRawFragment() == null;
            return plain ? address : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    public boolean isWriter() {
        return self.equals(writer);
    }

    /** Every host but the writer. */
    public List<String> peers() {
        return hosts.keySet().stream().filter(name -> !name.equals(writer)).toList();
    }

    /** In nanoseconds. */
    LeaseTerms terms() {
        return LeaseTerms.of(lease.toNanos(), partingLease.toNanos());
    }

    URI writerUri(String path) {
        InetSocketAddress address = hosts.get(writer);
        String host = address.getHostString();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort() + path);
    }

    /** The secret stays out of logs. */
    @Override
    public String toString() {
        return self + " of " + hosts + ", writer " + writer + ", lease " + lease.toMillis() + " ms, when it parts "
                + partingLease.toMillis() + " ms";
    }
}

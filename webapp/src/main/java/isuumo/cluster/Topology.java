package isuumo.cluster;

import isuumo.cluster.lease.LeaseTerms;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which hosts there are, and what this one is among them.
 *
 * @param hosts where each listens to the others, by name
 * @param self this host's name
 * @param writer the name of the host that takes writes and grants leases, until a {@link Mandate} names another
 * @param lease how long a silent host can delay a write at most
 * @param partingLease how long peers serve while the writer restarts
 * @param secret by which hosts know each other
 * @param mandateFile where this host remembers who writes by now; empty: nowhere
 * @param failover whether an office lasts only as long as its tenure, so that another host can become the writer without
 *            asking this one
 */
public record Topology(Map<String, InetSocketAddress> hosts, String self, String writer, Duration lease,
        Duration partingLease, String secret, Optional<Path> mandateFile, boolean failover) {
    /** 128 bits as hexadecimal digits; a sentence is longer. */
    private static final int MIN_SECRET_LENGTH = 32;

    /** @throws IllegalArgumentException saying which part is wrong and what would be right */
    public Topology {
        requireKnown("ISUUMO_HOST_NAME", self, hosts);
        requireKnown("ISUUMO_WRITER", writer, hosts);
        if (hosts.size() < 2) {
            throw new IllegalArgumentException("ISUUMO_CLUSTER names one host only; leave it unset for one host alone");
        }
        if (secret.length() < MIN_SECRET_LENGTH) {
            throw new IllegalArgumentException("ISUUMO_CLUSTER_SECRET_FILE holds " + secret.length()
                    + " characters; by this secret the hosts know each other, so it needs " + MIN_SECRET_LENGTH
                    + " that nobody guesses, such as those of: openssl rand -hex 16");
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

    /** Every host but this one. */
    public List<String> others() {
        return hosts.keySet().stream().filter(name -> !name.equals(self)).toList();
    }

    /** In nanoseconds. */
    LeaseTerms terms() {
        return LeaseTerms.of(lease.toNanos(), partingLease.toNanos());
    }

    URI uri(String host, String path) {
        InetSocketAddress address = hosts.get(host);
        String name = address.getHostString();
        return URI.create("http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + address.getPort() + path);
    }

    /** Where this host listens to the others; unresolved. */
    public InetSocketAddress ownAddress() {
        return hosts.get(self);
    }

    HostProof proof() {
        return new HostProof(secret);
    }

    /** The secret stays out of logs. */
    @Override
    public String toString() {
        return self + " of " + hosts + ", writer " + writer + ", lease " + lease.toMillis() + " ms, when it parts "
                + partingLease.toMillis() + " ms" + (failover ? ", failing over" : "");
    }
}

package isuumo;

import isuumo.catalog.UploadLimits;
import isuumo.cluster.Topology;
import isuumo.store.DatabaseServer;
import isuumo.store.FeedAccount;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Every knob of the server, read once from environment variables at start.
 *
 * <p>The limits that the HTTP contract fixes are no knobs: they stand as constants beside the code that enforces them.
 *
 * @param profile who stands outside
 * @param host address to listen on for people; loopback by default, since nginx stands in front
 * @param port TCP port to listen on for people; 0 takes a free one
 * @param operatorsPort TCP port of the loopback interface to listen on for operators; 0 takes a free one
 * @param dataDirectory the initial rows and the condition documents
 * @param siteDirectory the built site, served with the data directory's pictures; empty where nginx does that
 * @param primary the database that takes the writes; two purchases are under way at once for each connection
 *            of its pool
 * @param replica the database that answers reads, the primary by default; only index builds read
 * @param feed who may follow the replica's row events; empty where this server alone changes the rows
 * @param cluster the hosts, where there are several
 * @param catalogFile where the catalogs of the initial rows are kept for the next start; empty: nowhere
 * @param uploads how much of them is let in; rows by default as many as the heap holds
 * @param turns how much is done at once, and how long the rest waits
 * @param rehearsalMillis processor time for running the code that answers before the start is over; 1 s brings most of what
 *            there is on a core. On 0.3 core the first upload takes 1.4 to 1.6 s instead of 2.6 after 3 s of it, and a
 *            client waits 2 s
 * @param databaseWaitSeconds how long a start waits for the database before it gives up
 * @param stopGraceSeconds how long a stop lets running requests finish
 */
public record Settings(Profile profile, String host, int port, int operatorsPort, Path dataDirectory,
        Optional<Path> siteDirectory, DatabaseServer primary,
        DatabaseServer replica, Optional<FeedAccount> feed, Optional<Topology> cluster, Optional<Path> catalogFile,
        UploadLimits uploads, Turns turns, int rehearsalMillis, int databaseWaitSeconds, int stopGraceSeconds) {

    /** @throws InvalidSettingException naming the variable, its value and what would be right */
    public static Settings from(Map<String, String> environment) {
        var in = new Environment(environment);
        String primaryUrl = in.jdbcUrl("ISUUMO_PRIMARY_URL", null);
        var primary = new DatabaseServer(primaryUrl, in.text("ISUUMO_DB_USER", "isuumo"),
                in.secret("ISUUMO_DB_PASSWORD", "ISUUMO_DB_PASSWORD_FILE"),
                in.number("ISUUMO_PRIMARY_POOL_SIZE", 32, 1, 1000),
                in.number("ISUUMO_POOL_WAIT_MILLIS", 5_000, 250, 600_000));
        var settings = new Settings(Profile.of(in),
                in.text("ISUUMO_HOST", "127.0.0.1"),
                in.number("ISUUMO_PORT", 8080, 0, 65535),
                in.number("ISUUMO_OPERATORS_PORT", 8083, 0, 65535),
                Path.of(in.text("ISUUMO_DATA_DIR", null)),
                in.path("ISUUMO_SITE_DIR"),
                primary,
                replica(in, primary),
                feed(in),
                cluster(in, environment),
                catalogFile(in, environment),
                uploads(in),
                Turns.of(in),
                in.number("ISUUMO_REHEARSAL_MILLIS", 1_000, 0, 60_000),
                in.number("ISUUMO_DATABASE_WAIT_SECONDS", 60, 0, 3600),
                in.number("ISUUMO_STOP_GRACE_SECONDS", 10, 0, 3600));
        in.rejectUnknown();
        return settings;
    }

    /** The primary and its account, but for what is set. */
    private static DatabaseServer replica(Environment in, DatabaseServer primary) {
        String url = in.jdbcUrl("ISUUMO_REPLICA_URL", primary.jdbcUrl());
        String user = in.text("ISUUMO_REPLICA_USER", primary.user());
        String password = in.secretFile("ISUUMO_REPLICA_PASSWORD_FILE").orElse(primary.password());
        return new DatabaseServer(url, user, password, in.number("ISUUMO_REPLICA_POOL_SIZE", 2, 1, 1000),
                primary.poolWaitMillis());
    }

    private static Optional<FeedAccount> feed(Environment in) {
        Optional<String> user = in.optional("ISUUMO_FEED_USER");
        Optional<String> password = in.secretFile("ISUUMO_FEED_PASSWORD_FILE");
        return user.map(name -> new FeedAccount(name, password.orElse("")));
    }

    private static UploadLimits uploads(Environment in) {
        return new UploadLimits(in.number("ISUUMO_MAX_FILE_ROWS", 10_000, 1, 1_000_000),
                in.number("ISUUMO_MAX_ROWS", HeapSize.rows(), 1, 1_000_000_000),
                in.number("ISUUMO_UPLOADS_AT_ONCE", 4, 1, 100));
    }

    /** By default in the directory for a unit's caches, if there is one. */
    private static Optional<Path> catalogFile(Environment in, Map<String, String> environment) {
        return in.path("ISUUMO_CATALOG_FILE").or(() -> inDirectory(environment, "CACHE_DIRECTORY", "catalogs"));
    }

    /** @param directory the variable by which systemd names one that it makes for the unit */
    private static Optional<Path> inDirectory(Map<String, String> environment, String directory, String file) {
        return Optional.ofNullable(environment.get(directory)).map(Path::of).map(path -> path.resolve(file));
    }

    private static Optional<Topology> cluster(Environment in, Map<String, String> environment) {
        Optional<String> hosts = in.optional("ISUUMO_CLUSTER");
        Optional<String> self = in.optional("ISUUMO_HOST_NAME");
        Optional<String> writer = in.optional("ISUUMO_WRITER");
        int leaseMillis = in.number("ISUUMO_LEASE_MILLIS", 2_000, 200, 60_000);
        int partingMillis = in.number("ISUUMO_PARTING_LEASE_MILLIS", Math.max(20_000, leaseMillis), leaseMillis,
                600_000);
        Optional<String> secret = in.secretFile("ISUUMO_CLUSTER_SECRET_FILE");
        Optional<Path> mandate = in.path("ISUUMO_MANDATE_FILE")
                .or(() -> inDirectory(environment, "STATE_DIRECTORY", "mandate"));
        boolean failover = in.flag("ISUUMO_FAILOVER", false);
        if (hosts.isEmpty()) {
            if (failover) {
                throw new InvalidSettingException(
                        "ISUUMO_FAILOVER=true needs ISUUMO_CLUSTER: there is no other host that"
                                + " could take the place of this one; leave it unset for one host alone");
            }
            return Optional.empty();
        }
        in.text("ISUUMO_FEED_USER", null); // without the change feed no host would hear of another's writes
        try {
            return Optional.of(new Topology(Topology.hosts(hosts.get()), self.orElse(""), writer.orElse(""),
                    Duration.ofMillis(leaseMillis), Duration.ofMillis(partingMillis), secret.orElse(""), mandate,
                    failover));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(e.getMessage());
        }
    }
}

package isuumo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every knob of the server, read once from environment variables at start.
 *
 * <p>The limits that the HTTP contract fixes are no knobs: they stand as constants beside the code that enforces them.
 *
 * @param host address to listen on; loopback by default, since nginx stands in front
 * @param port TCP port to listen on; 0 takes a free one
 * @param dataDirectory the initial rows and the condition documents
 * @param siteDirectory the built site, served with the data directory's pictures; empty where nginx does that
 * @param primaryUrl JDBC URL of the database that takes the writes, without credentials
 * @param replicaUrl JDBC URL of the database that answers reads; the primary's by default
 * @param databaseUser account on both
 * @param databasePassword its password, from a file or the environment, never from a command line
 * @param primaryPoolSize connections for writes: as many purchases are under way at once
 * @param replicaPoolSize connections for reads: only index builds read
 * @param databaseWaitSeconds how long a start waits for the database before it gives up
 * @param stopGraceSeconds how long a stop lets running requests finish
 */
public record Settings(String host, int port, Path dataDirectory, Optional<Path> siteDirectory, String primaryUrl,
        String replicaUrl,
        String databaseUser, String databasePassword, int primaryPoolSize, int replicaPoolSize,
        int databaseWaitSeconds, int stopGraceSeconds) {

    private static final String PREFIX = "ISUUMO_";

    /** @throws InvalidSettingException naming the variable, its value and what would be right */
    public static Settings from(Map<String, String> environment) {
        var in = new Environment(environment);
        String primaryUrl = in.jdbcUrl("ISUUMO_PRIMARY_URL", null);
        var settings = new Settings(
                in.text("ISUUMO_HOST", "127.0.0.1"),
                in.number("ISUUMO_PORT", 8080, 0, 65535),
                Path.of(in.text("ISUUMO_DATA_DIR", null)),
                in.directory("ISUUMO_SITE_DIR"),
                primaryUrl,
                in.jdbcUrl("ISUUMO_REPLICA_URL", primaryUrl),
                in.text("ISUUMO_DB_USER", "isuumo"),
                in.secret("ISUUMO_DB_PASSWORD", "ISUUMO_DB_PASSWORD_FILE"),
                in.number("ISUUMO_PRIMARY_POOL_SIZE", 10, 1, 1000),
                in.number("ISUUMO_REPLICA_POOL_SIZE", 2, 1, 1000),
                in.number("ISUUMO_DATABASE_WAIT_SECONDS", 60, 0, 3600),
                in.number("ISUUMO_STOP_GRACE_SECONDS", 10, 0, 3600));
        in.rejectUnknown();
        return settings;
    }

    /** The password stays out of logs. */
    @Override
    public String toString() {
        return "Settings[" + host + ":" + port + ", data " + dataDirectory + ", primary " + primaryUrl + ", replica "
                + replicaUrl + "]";
    }

    /** A variable is missing, unknown or has a value that cannot be used. */
    public static final class InvalidSettingException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        InvalidSettingException(String message) {
            super(message);
        }
    }

    /** Reads variables and remembers their names, so that a misspelt one is noticed. */
    private record Environment(Map<String, String> variables, Set<String> known) {
        Environment(Map<String, String> variables) {
            this(variables, new LinkedHashSet<>());
        }

        /** @param defaultValue null: the variable must be set */
        String text(String name, String defaultValue) {
            known.add(name);
            String value = variables.getOrDefault(name, defaultValue);
            if (value == null || value.isBlank()) {
                throw new InvalidSettingException(name + " is not set; the README's configuration table explains it");
            }
            return value;
        }

        Optional<Path> directory(String name) {
            known.add(name);
            return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank()).map(Path::of);
        }

        int number(String name, int defaultValue, int min, int max) {
            String value = text(name, Integer.toString(defaultValue));
            try {
                int number = Integer.parseInt(value);
                if (number >= min && number <= max) {
                    return number;
                }
            } catch (NumberFormatException _) {
                // said below
            }
            throw new InvalidSettingException(name + "=" + value + "; it must be a whole number from " + min + " to "
                    + max);
        }

        String jdbcUrl(String name, String defaultValue) {
            String value = text(name, defaultValue);
            if (!value.startsWith("jdbc:mysql://")) {
                throw new InvalidSettingException(name + "=" + value
                        + "; it must be like jdbc:mysql://127.0.0.1:3306/isuumo (for MariaDB too)");
            }
            if (value.matches("(?i).*([?&](user|password)=|//[^/?]*@).*")) {
                throw new InvalidSettingException(name + " holds credentials; give them as ISUUMO_DB_USER and "
                        + "ISUUMO_DB_PASSWORD_FILE, so that no log or process list shows them");
            }
            return value;
        }

        String secret(String name, String fileName) {
            known.add(name);
            known.add(fileName);
            String file = variables.get(fileName);
            if (file == null) {
                return variables.getOrDefault(name, "");
            }
            try {
                return Files.readString(Path.of(file)).strip();
            } catch (IOException _) {
                throw new InvalidSettingException(fileName + "=" + file + "; the file cannot be read");
            }
        }

        void rejectUnknown() {
            for (String name : new TreeSet<>(variables.keySet())) {
                if (name.startsWith(PREFIX) && !known.contains(name)) {
                    throw new InvalidSettingException(name + " is not a setting; those are " + known);
                }
            }
        }
    }
}

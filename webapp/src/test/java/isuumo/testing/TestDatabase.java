package isuumo.testing;

import isuumo.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Map;
import java.util.logging.Logger;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The one real database of an integration run, started when the first test asks for it and stopped at the end of the run.
 *
 * <p>System property {@code test.database} chooses it: {@code container} (MySQL in Docker, of the image that
 * {@code test.database.image} names, else of the official one), {@code embedded} (MariaDB as a
 * child process), or the JDBC URL of a running one (account in {@code ISUUMO_DB_USER} and {@code ISUUMO_DB_PASSWORD};
 * its database {@code isuumo} is overwritten). By default a container where Docker is available, else the embedded one.
 * The log says in one line which it is.
 */
public final class TestDatabase implements AutoCloseable {
    public static final Path BINARIES = BuildDirectory.shared("database/binaries");

    private static final Logger LOG = Logger.getLogger("isuumo.testing");
    private static final String OFFICIAL_IMAGE = "mysql:8.4";

    private final Account account;
    private final Runnable stop;

    private TestDatabase(Account account, Runnable stop) {
        this.account = account;
        this.stop = stop;
    }

    static TestDatabase start() throws IOException, InterruptedException, SQLException {
        String choice = System.getProperty("test.database", "");
        TestDatabase database = switch (choice) {
            case "" -> DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
            case "container" -> container();
            case "embedded" -> embedded();
            default -> running(choice);
        };
        try (Connection connection = database.account.connect()) {
            DatabaseMetaData about = connection.getMetaData();
            LOG.info("integration tests run on " + about.getDatabaseProductName() + " "
                    + about.getDatabaseProductVersion() + " at " + database.account.jdbcUrl()
                    + " (test.database=" + (choice.isEmpty() ? "default" : choice) + ")");
        }
        return database;
    }

    private static TestDatabase container() {
        String image = System.getProperty("test.database.image", OFFICIAL_IMAGE);
        MySQLContainer mysql = new MySQLContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("mysql"))
                .withDatabaseName("isuumo").withUsername("isuumo");
        mysql.start();
        return new TestDatabase(new Account(mysql.getJdbcUrl(), mysql.getUsername(), mysql.getPassword()), mysql::stop);
    }

    private static TestDatabase embedded() throws IOException, InterruptedException {
        EmbeddedHome home = EmbeddedHome.named("shared");
        EmbeddedDatabase server = home.start();
        return new TestDatabase(home.account(server), server::close);
    }

    private static TestDatabase running(String jdbcUrl) {
        Map<String, String> environment = System.getenv();
        return new TestDatabase(new Account(jdbcUrl, environment.getOrDefault("ISUUMO_DB_USER", "isuumo"),
                environment.getOrDefault("ISUUMO_DB_PASSWORD", "")), () -> {});
    }

    public Account account() {
        return account;
    }

    public Connection connect() throws SQLException {
        return account.connect();
    }

    @Override
    public void close() {
        stop.run();
    }
}

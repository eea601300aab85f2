package isuumo.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {
    private static final Path BINARIES = Path.of("target", "mariadb");

    /** Spaces and Japanese: what a shell-script installer breaks on. */
    @TempDir
    Path temporary;

    private Path home() {
        return temporary.resolve("a home 日本");
    }

    @Test
    void rowsSurviveAStopAndACrash() throws Exception {
        try (EmbeddedDatabase database = start(home())) {
            execute(database, "CREATE TABLE isuumo.t (name VARCHAR(64))");
            execute(database, "INSERT INTO isuumo.t VALUES ('椅子𠮷')");
        }
        EmbeddedDatabase killed = start(home());
        execute(killed, "INSERT INTO isuumo.t VALUES ('committed')");
        killed.kill();
        try (EmbeddedDatabase database = start(home())) {
            assertEquals("committed,椅子𠮷",
                    query(database, "SELECT GROUP_CONCAT(name ORDER BY name) FROM isuumo.t"));
        }
    }

    @Test
    void textComparesByCodePointAndCommitsAreDurable() throws Exception {
        try (EmbeddedDatabase database = start(home())) {
            assertEquals("utf8mb4_bin", query(database, "SELECT DEFAULT_COLLATION_NAME FROM "
                    + "information_schema.SCHEMATA WHERE SCHEMA_NAME = 'isuumo'"));
            assertEquals("1", query(database, "SELECT @@innodb_flush_log_at_trx_commit"));
        }
    }

    @Test
    void aHomeThatIsInUseIsRefused() throws Exception {
        try (EmbeddedDatabase _ = start(home())) {
            IOException refused = assertThrows(IOException.class, () -> start(home()));
            assertTrue(refused.getMessage().contains("is in use by another process"), refused.getMessage());
        }
    }

    @Test
    void aServerThatAKilledProcessLeftBehindIsStopped() throws Exception {
        Process launcher = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), "isuumo.embedded.Main", BINARIES.toString(), home().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        assertTrue(launcher.inputReader().readLine().startsWith("ready: jdbc:mysql://127.0.0.1:"));
        long leftOver = Long.parseLong(Files.readString(home().resolve("mariadbd.pid")).strip());
        launcher.destroyForcibly().waitFor();
        assertTrue(ProcessHandle.of(leftOver).isPresent(), "the kill took the server with it: nothing is tested");
        try (EmbeddedDatabase _ = start(home())) {
            assertTrue(ProcessHandle.of(leftOver).isEmpty());
        }
    }

    @Test
    void thePasswordIsItsOwnersAlone() throws Exception {
        try (EmbeddedDatabase database = start(home())) {
            assertEquals("rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(database.passwordFile())));
            assertThrows(SQLException.class, () -> DriverManager.getConnection(database.jdbcUrl(), "isuumo", "wrong"));
            assertThrows(SQLException.class, () -> DriverManager.getConnection(database.jdbcUrl(), "root", ""));
        }
    }

    @Test
    void aServerThatCannotStartSaysWhy() {
        IOException refused = assertThrows(IOException.class,
                () -> EmbeddedDatabase.start(BINARIES, home(), List.of("--no-such-option=1")));
        assertTrue(refused.getMessage().contains("unknown variable 'no-such-option=1'"), refused.getMessage());
    }

    private static EmbeddedDatabase start(Path home) throws IOException, InterruptedException {
        return EmbeddedDatabase.start(BINARIES, home, List.of());
    }

    private static void execute(EmbeddedDatabase database, String sql) throws Exception {
        try (Connection connection = connect(database); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(EmbeddedDatabase database, String sql) throws Exception {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws Exception {
        return DriverManager.getConnection(database.jdbcUrl(), EmbeddedDatabase.USER,
                Files.readString(database.passwordFile()));
    }
}

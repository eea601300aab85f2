package isuumo.durability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.Settings;
import isuumo.embedded.EmbeddedDatabase;
import isuumo.testing.Account;
import isuumo.testing.EmbeddedHome;
import isuumo.testing.Rows;
import isuumo.testing.TestServer;
import isuumo.testing.Upload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the playbook grants the application's account on three hosts is all that the server needs once there are tables, and
 * changes no table. On a database of its own.
 */
class LeastPrivilegeIT {
    private static final Path GRANTS = Path.of("../provisioning/roles/mysql/vars/main.yml");
    private static final Pattern GRANTED = Pattern.compile("name: isuumo_writer .*?database: \\[(.*?)]",
            Pattern.DOTALL);
    private static final String USER = "isuumo_writer";
    private static final String PASSWORD = "of a test";
    private static final int ER_TABLEACCESS_DENIED = 1142;
    private static final int ID = 700_000;

    private static EmbeddedDatabase database;
    private static Account account;

    /** The tables come from an account that may create them; the next start has the other one. */
    @BeforeAll
    static void start() throws Exception {
        EmbeddedHome home = EmbeddedHome.empty("least-privilege");
        try (EmbeddedDatabase first = home.start()) {
            TestServer.start(settings(home.account(first))).close();
        }
        Path accounts = home.path().resolve("accounts.sql");
        Files.writeString(accounts, """
                CREATE OR REPLACE USER '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
                GRANT %3$s ON isuumo.* TO '%1$s'@'127.0.0.1';
                """.formatted(USER, PASSWORD, granted()));
        database = home.start("--init-file=" + accounts.toAbsolutePath());
        account = new Account(database.jdbcUrl(), USER, PASSWORD);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void theServerStartsSellsTakesUploadsAndRestores() throws Exception {
        try (TestServer server = TestServer.start(settings(account))) {
            server.initialize();
            server.http().post("/api/chair", Upload.chairs(List.of(Rows.stock(Rows.chair(ID), 1)))).expect(201);
            server.http().post("/api/estate", Upload.estates(List.of(Rows.estate(ID)))).expect(201);
            server.http().buy(ID).expect(200);
            server.initialize();
            server.http().get("/api/estate/" + ID).expect(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"DROP TABLE IF EXISTS isuumo.nothing", "TRUNCATE TABLE isuumo.chair",
            "ALTER TABLE isuumo.chair COMMENT ''", "CREATE TABLE isuumo.more (id INTEGER)",
            "CREATE INDEX more ON isuumo.chair (price)", "RENAME TABLE isuumo.chair TO isuumo.more"})
    void noTableChanges(String statement) {
        var refused = assertThrows(SQLException.class, () -> account.execute(statement));
        assertEquals(ER_TABLEACCESS_DENIED, refused.getErrorCode(), refused.getMessage());
    }

    private static Settings settings(Account both) throws Exception {
        return TestServer.settings(both, both, SmallData.directory());
    }

    private static String granted() throws Exception {
        Matcher grants = GRANTED.matcher(Files.readString(GRANTS));
        assertTrue(grants.find(), () -> "no grants of " + USER + " in " + GRANTS);
        return grants.group(1);
    }
}

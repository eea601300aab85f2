package isuumo.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import isuumo.embedded.EmbeddedDatabase;
import isuumo.testing.Account;
import isuumo.testing.EmbeddedHome;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A primary, at first the first host's, and two replicas of it, one for each host, with one account. */
final class ThreeDatabases implements AutoCloseable {
    private final List<EmbeddedDatabase> servers = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();
    private int primary;

    ThreeDatabases() throws Exception {
        try {
            start();
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    private void start() throws Exception {
        for (int host = 0; host < 3; host++) {
            EmbeddedHome home = host == 0
                    ? EmbeddedHome.empty("cluster-0")
                    : EmbeddedHome.empty("cluster-" + host, accounts.getFirst().password());
            servers.add(home.start("--server-id=" + (host + 1), "--log-bin=binlog", "--binlog-format=ROW",
                    "--binlog-row-metadata=FULL", "--log-slave-updates", "--gtid-strict-mode=ON"));
            accounts.add(home.account(servers.getLast()));
        }
        follow(1);
        follow(2);
    }

    private void follow(int host) throws SQLException {
        Account source = of(primary);
        int port = URI.create(source.jdbcUrl().substring("jdbc:".length())).getPort();
        execute(of(host), "SET GLOBAL read_only = 1");
        execute(of(host), """
                CHANGE MASTER TO MASTER_HOST = '127.0.0.1', MASTER_PORT = %d, MASTER_USER = '%s',
                MASTER_PASSWORD = '%s', MASTER_USE_GTID = slave_pos, MASTER_SSL = 0,
                MASTER_SSL_VERIFY_SERVER_CERT = 0
                """.formatted(port, source.user(), source.password()));
        execute(of(host), "START SLAVE");
    }

    /** The primary takes no more writes, another host's database becomes it once that has them all, and the others follow that. */
    void handOver(int host) throws SQLException {
        Account former = of(primary);
        execute(former, "SET GLOBAL read_only = 1");
        String position = single(former, "SELECT @@GLOBAL.gtid_binlog_pos");
        assertEquals("0", single(of(host), "SELECT MASTER_GTID_WAIT('" + position + "', 60)"));
        execute(of(host), "STOP SLAVE");
        execute(of(host), "RESET SLAVE ALL");
        execute(of(host), "SET GLOBAL read_only = 0");
        int replica = primary;
        int third = 3 - primary - host;
        primary = host;
        execute(former, "SET GLOBAL gtid_slave_pos = '" + position + "'");
        follow(replica);
        execute(of(third), "STOP SLAVE");
        follow(third);
    }

    /**
     * Another host's database becomes the primary once it has all that the former has executed. Nobody tells that one: it takes
     * writes as before, and what it executes from now on nobody else has.
     */
    void failOver(int host) throws SQLException {
        int third = 3 - primary - host;
        execute(of(third), "STOP SLAVE");
        String position = single(of(primary), "SELECT @@GLOBAL.gtid_binlog_pos");
        assertEquals("0", single(of(host), "SELECT MASTER_GTID_WAIT('" + position + "', 60)"));
        execute(of(host), "STOP SLAVE");
        execute(of(host), "RESET SLAVE ALL");
        execute(of(host), "SET GLOBAL read_only = 0");
        primary = host;
        follow(third);
    }

    /** @param host from 0 */
    Account of(int host) {
        return accounts.get(host);
    }

    /** The replica goes on receiving, but applies nothing. */
    void stopApplying(int host) throws SQLException {
        execute(of(host), "STOP SLAVE SQL_THREAD");
    }

    void startApplying(int host) throws SQLException {
        execute(of(host), "START SLAVE SQL_THREAD");
    }

    private static void execute(Account account, String sql) throws SQLException {
        try (Connection connection = account.connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String single(Account account, String sql) throws SQLException {
        try (Connection connection = account.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** The primary's stock of every chair. */
    Map<Integer, Integer> stocks() throws SQLException {
        try (Connection connection = of(primary).connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id, stock FROM isuumo.chair")) {
            Map<Integer, Integer> stocks = new HashMap<>();
            while (rows.next()) {
                stocks.put(rows.getInt(1), rows.getInt(2));
            }
            return stocks;
        }
    }

    @Override
    public void close() throws IOException {
        servers.reversed().forEach(EmbeddedDatabase::close);
    }
}

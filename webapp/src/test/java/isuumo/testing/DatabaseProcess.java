package isuumo.testing;

import isuumo.embedded.EmbeddedDatabase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A database server as a child process of the test. */
public interface DatabaseProcess extends AutoCloseable {
    Account account();

    /** As a crash would. */
    void kill() throws InterruptedException;

    @Override
    void close();

    /** One that logs what the change feed needs; of the kind that replicates ({@code test.replication}). */
    static DatabaseProcess logging(EmbeddedHome home, int serverId) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(ReplicationSql.get().options());
        options.add("--server-id=" + serverId);
        return start(home, options);
    }

    static DatabaseProcess withoutLog(EmbeddedHome home) throws IOException, InterruptedException {
        return start(home, List.of("--skip-log-bin"));
    }

    private static DatabaseProcess start(EmbeddedHome home, List<String> options)
            throws IOException, InterruptedException {
        return ReplicationSql.isMySql()
                ? MySqlProcess.start(ReplicationSql.MYSQL, home, options)
                : mariaDb(home, options);
    }

    private static DatabaseProcess mariaDb(EmbeddedHome home, List<String> options)
            throws IOException, InterruptedException {
        EmbeddedDatabase server = home.start(options.toArray(String[]::new));
        Account account = home.account(server);
        return new DatabaseProcess() {
            @Override
            public Account account() {
                return account;
            }

            @Override
            public void kill() throws InterruptedException {
                server.kill();
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }
}

package isuumo.bench.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import isuumo.bench.Parameters;
import isuumo.bench.answers.AnswerSource;
import isuumo.bench.data.DataSet;
import isuumo.bench.run.BenchRun;
import isuumo.bench.run.CpuMeter;
import isuumo.bench.run.Outcome;
import isuumo.bench.run.Progress;
import isuumo.bench.score.Severity;
import isuumo.bench.story.World;
import isuumo.embedded.EmbeddedDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The benchmark against an independent server on a real database: both must understand the contract alike. */
final class SqlServerIT {
    private static final long SEED = 8;

    @Test
    void aPlainSqlServerPassesTheStrictCheck() throws Exception {
        DataSet data = SmallData.of(SEED);
        try (EmbeddedDatabase database = database();
                HikariDataSource pool = pool(database);
                SqlServer server = new SqlServer(data, pool, 0)) {
            Parameters parameters = Trial.withUploadsWithoutBots().withLoad(Duration.ofSeconds(4));
            World world = World.of(List.of(server.uri()), data, parameters, true);
            Outcome outcome = new BenchRun(world, AnswerSource.computed(data), 0, SEED, Progress.silent(),
                    new CpuMeter(Map.of())).run();
            assertTrue(outcome.pass(), () -> outcome.reason() + world.tally().examples());
            assertEquals(0, world.tally().errors(Severity.APPLICATION), () -> world.tally().examples() + "");
            assertTrue(outcome.world().tally().score() > 1, "seed " + SEED);
        }
    }

    /** Serves a real data set until Ctrl-C: arguments are the data folder and the port. */
    public static void main(String[] args) throws Exception {
        DataSet data = DataSet.read(Path.of(args[0]));
        try (EmbeddedDatabase database = database();
                HikariDataSource pool = pool(database);
                SqlServer server = new SqlServer(data, pool, Integer.parseInt(args[1]))) {
            System.out.println("ready: " + server.uri());
            Thread.currentThread().join();
        }
    }

    private static EmbeddedDatabase database() throws Exception {
        Path target = Path.of("target").toAbsolutePath();
        Files.createDirectories(target);
        return EmbeddedDatabase.start(target.resolve("mariadb"), target.resolve("sql-server"), List.of());
    }

    private static HikariDataSource pool(EmbeddedDatabase database) throws Exception {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.jdbcUrl() + "?rewriteBatchedStatements=true");
        pool.setUsername(EmbeddedDatabase.USER);
        pool.setPassword(Files.readString(database.passwordFile()).strip());
        pool.setMaximumPoolSize(10);
        return pool;
    }
}

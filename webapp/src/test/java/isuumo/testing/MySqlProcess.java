package isuumo.testing;

import isuumo.embedded.ClaimedPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A MySQL server of {@code sql/mysql/unpack.sh}, on the loopback interface, with a database {@code isuumo}. */
final class MySqlProcess implements DatabaseProcess {
    private static final int START_SECONDS = 60;
    private static final int FIRST_PORT = 19_200;
    private static final int LAST_PORT = 19_249;
    private static final String PASSWORD = "of a test";

    private final Process process;
    private final ClaimedPort port;

    private MySqlProcess(Process process, ClaimedPort port) {
        this.process = process;
        this.port = port;
    }

    /** @param program {@code mysqld} */
    static MySqlProcess start(Path program, EmbeddedHome home, List<String> options)
            throws IOException, InterruptedException {
        Path data = home.path().resolve("data");
        Files.createDirectories(home.path());
        if (Files.notExists(data)) {
            run(program, home, List.of("--initialize-insecure", "--datadir=" + data)).waitFor();
        }
        Path init = home.path().resolve("init.sql");
        Files.writeString(init, """
                SET SESSION sql_log_bin = 0;
                CREATE DATABASE IF NOT EXISTS isuumo DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
                CREATE USER IF NOT EXISTS isuumo@'%%' IDENTIFIED BY '%s';
                GRANT ALL PRIVILEGES ON *.* TO isuumo@'%%';
                """.formatted(PASSWORD));
        ClaimedPort port = ClaimedPort.between(FIRST_PORT, LAST_PORT);
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of("--datadir=" + data, "--port=" + port.number(), "--bind-address=127.0.0.1", "--mysqlx=OFF",
                "--socket=" + data.resolve("s"), "--pid-file=" + data.resolve("pid"), "--init-file=" + init,
                "--skip-name-resolve", "--innodb-buffer-pool-size=64M", "--performance-schema=ON"));
        Process process = run(program, home, all);
        var server = new MySqlProcess(process, port);
        server.awaitListening();
        return server;
    }

    private static Process run(Path program, EmbeddedHome home, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(options);
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(home.path().resolve("mysql.log").toFile())).start();
    }

    private void awaitListening() throws InterruptedException, IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (true) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port.number())) {
                return;
            } catch (IOException e) {
                if (process.waitFor(20, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                    throw new IOException("MySQL did not start; see mysql.log in its home", e);
                }
            }
        }
    }

    @Override
    public Account account() {
        return new Account("jdbc:mysql://127.0.0.1:" + port.number() + "/isuumo", "isuumo", PASSWORD);
    }

    @Override
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
        port.close();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new UncheckedIOException(new IOException("MySQL did not stop", e));
        }
        port.close();
    }
}

package isuumo.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * One running MariaDB server on the loopback interface, with a database {@code isuumo} and one account of that name.
 *
 * <p>The rows live in {@code home/data} and survive {@link #close()} and a crash; commits are durable (InnoDB's default
 * flush at commit). A home has one server at most: one that another process runs is refused, one that a killed process
 * left behind is stopped first. Thread-safe.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    public static final String USER = "isuumo";

    /** The order of MariaDB's own mariadb-install-db. */
    private static final List<String> SYSTEM_TABLES = List.of("mariadb_system_tables.sql",
            "mariadb_performance_tables.sql", "mariadb_system_tables_data.sql", "maria_add_gis_sp_bootstrap.sql",
            "mariadb_sys_schema.sql");

    private static final int FIRST_PORT = 13_306;
    private static final int LAST_PORT = 14_305;

    private final FileChannel lock;
    private final ServerProcess process;
    private final ClaimedPort port;
    private final Account account;

    private EmbeddedDatabase(FileChannel lock, ServerProcess process, ClaimedPort port, Account account) {
        this.lock = lock;
        this.process = process;
        this.port = port;
        this.account = account;
    }

    /**
     * Starts a server and returns when it accepts connections.
     *
     * @param binaries where the server's programs are unpacked to; may be shared by several homes
     * @param home the rows, the account's password, the log and the pid file
     * @param extraOptions options of {@code mariadbd}, each as {@code --name=value}
     * @throws IOException when the home is in use, a directory cannot be written, or the server does not start; the
     *             message ends with the last lines of its log then
     */
    public static EmbeddedDatabase start(Path binaries, Path home, List<String> extraOptions)
            throws IOException, InterruptedException {
        Files.createDirectories(home);
        FileChannel lock = lock(home);
        try {
            return start(lock, binaries, home, extraOptions);
        } catch (IOException | InterruptedException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Held while the process lives: the operating system lets it go when the process is killed. */
    private static FileChannel lock(Path home) throws IOException {
        FileChannel channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException _) {
            // this very process has it
        }
        channel.close();
        throw new IOException("The database in " + home + " is in use by another process; stop that one first.");
    }

    private static EmbeddedDatabase start(FileChannel lock, Path binaries, Path home, List<String> extraOptions)
            throws IOException, InterruptedException {
        Path data = home.resolve("data");
        Path pidFile = home.resolve("mariadbd.pid");
        ServerProcess.stopLeftOver(pidFile, data);
        Programs programs = Programs.unpackedIn(binaries);
        if (Files.notExists(data.resolve("mysql"))) {
            install(programs, home, data);
        }
        Account account = Account.in(home);
        ClaimedPort port = ClaimedPort.between(FIRST_PORT, LAST_PORT);
        try {
            List<String> command = command(programs, home, data);
            command.addAll(List.of(
                    "--port=" + port.number(),
                    "--bind-address=127.0.0.1",
                    "--socket=", // TCP only: a socket's path is limited to 107 bytes
                    "--pid-file=" + pidFile.toAbsolutePath(),
                    "--init-file=" + account.initFile().toAbsolutePath(),
                    "--skip-ssl", // loopback only; generating a key would take seconds
                    "--skip-name-resolve",
                    "--innodb-buffer-pool-size=256M"));
            command.addAll(extraOptions);
            ServerProcess process = ServerProcess.start(command, home.resolve("mariadb.log"));
            process.awaitListening(port.number());
            return new EmbeddedDatabase(lock, process, port, account);
        } catch (IOException | InterruptedException | RuntimeException e) {
            port.close();
            throw e;
        }
    }

    private static List<String> command(Programs programs, Path home, Path data) throws IOException {
        Path temporary = Files.createDirectories(home.resolve("tmp"));
        List<String> command = new ArrayList<>(List.of(
                programs.server().toString(),
                "--no-defaults",
                "--lc-messages-dir=" + programs.share(),
                "--character-sets-dir=" + programs.share().resolve("charsets"),
                "--datadir=" + data.toAbsolutePath(),
                "--tmpdir=" + temporary.toAbsolutePath(), // a starting server removes other servers' tables from it
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root"); // mariadbd refuses to run as root unless told so
        }
        return command;
    }

    /** Makes the system tables in a directory of its own, renamed when whole: a killed installation is made again. */
    private static void install(Programs programs, Path home, Path data) throws IOException, InterruptedException {
        Path unfinished = Files.createTempDirectory(home, "install-");
        List<String> command = command(programs, home, unfinished);
        command.addAll(List.of("--bootstrap", "--skip-log-bin", "--innodb-buffer-pool-size=64M"));
        Path log = home.resolve("install.log");
        Process bootstrap = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try (OutputStream sql = bootstrap.getOutputStream()) {
            sql.write("CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket = NULL;\n".getBytes());
            for (String file : SYSTEM_TABLES) {
                Files.copy(programs.share().resolve(file), sql);
            }
        }
        if (bootstrap.waitFor() != 0) {
            throw new IOException("MariaDB's system tables could not be made; see " + log);
        }
        Files.move(unfinished, data);
    }

    /** The address without account, such as {@code jdbc:mysql://127.0.0.1:13306/isuumo}. */
    public String jdbcUrl() {
        return "jdbc:mysql://127.0.0.1:" + port.number() + "/isuumo";
    }

    /** The file that holds the password of {@link #USER}, readable by its owner only. */
    public Path passwordFile() {
        return account.passwordFile();
    }

    /** Ends the server as a crash would (SIGKILL); {@link #start} on the same home recovers it. */
    public void kill() throws InterruptedException {
        process.kill();
        letGo();
    }

    /** Stops the server in good order and returns when it has ended. */
    @Override
    public void close() {
        try {
            process.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        letGo();
    }

    private void letGo() {
        port.close();
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

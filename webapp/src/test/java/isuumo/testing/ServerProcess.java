package isuumo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The server in a process of its own with the flags of {@code webapp/jvm.options}: a heap that is full ends it. */
public final class ServerProcess implements AutoCloseable {
    private static final int START_SECONDS = 240;
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");
    private static final String HEAP_IN_USE = "jvm_memory_used_bytes{area=\"heap\"} ";

    private final Process process;
    private final int port;
    private final Http operators;
    private final Path log;

    private ServerProcess(Process process, int port, int operatorsPort, Path log) {
        this.process = process;
        this.port = port;
        operators = new Http(operatorsPort);
        this.log = log;
    }

    /**
     * Returns when it is ready.
     *
     * @param wrapper a command that runs the one that follows it
     */
    public static ServerProcess start(String name, Account account, Path data, String... wrapper)
            throws IOException, InterruptedException {
        int port = freePort();
        int operatorsPort = freePort();
        Path log = BuildDirectory.resolve(name + ".log");
        List<String> command = new ArrayList<>(List.of(wrapper));
        command.addAll(List.of(JAVA.resolve("java").toString(), "@jvm.options", "-cp",
                System.getProperty("java.class.path"), "isuumo.Main"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(variable -> variable.startsWith("ISUUMO_"));
        builder.environment()
                .putAll(Map.of("ISUUMO_PROFILE", "contest", "ISUUMO_PRIMARY_URL", account.jdbcUrl(), "ISUUMO_DB_USER",
                        account.user(),
                        "ISUUMO_DB_PASSWORD", account.password(), "ISUUMO_DATA_DIR", data.toString(), "ISUUMO_PORT",
                        Integer.toString(port), "ISUUMO_OPERATORS_PORT", Integer.toString(operatorsPort),
                        "ISUUMO_REHEARSAL_MILLIS", "0"));
        ServerProcess server = new ServerProcess(builder.start(), port, operatorsPort, log);
        server.awaitReady();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!isReady()) {
            if (System.nanoTime() > deadline || !isAlive()) {
                close();
                throw new AssertionError("the server has not become ready; see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private boolean isReady() {
        try {
            return operators().get("/healthz").status() == 200;
        } catch (UncheckedIOException _) {
            return false; // it does not listen yet
        }
    }

    public Http http() {
        return new Http(port);
    }

    /** Of {@code /healthz}, {@code /version} and {@code /metrics}: one, since that port has 64 connections. */
    public Http operators() {
        return operators;
    }

    public int port() {
        return port;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** What it has said. */
    public Path log() {
        return log;
    }

    /** What of its heap is in use once what nobody needs is collected, in MiB. */
    public long usedHeap() throws IOException, InterruptedException {
        int code = new ProcessBuilder(JAVA.resolve("jcmd").toString(), Long.toString(process.pid()), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        if (code != 0) {
            throw new IOException("jcmd ended with " + code);
        }
        String bytes = operators().get("/metrics").expect(200).text().lines()
                .filter(line -> line.startsWith(HEAP_IN_USE))
                .findFirst().orElseThrow().substring(HEAP_IN_USE.length());
        return (long) Double.parseDouble(bytes) >> 20;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}

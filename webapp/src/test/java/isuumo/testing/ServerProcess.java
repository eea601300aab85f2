package isuumo.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The server in a process of its own with the flags of {@code webapp/jvm.options}: a heap that is full ends it. */
public final class ServerProcess implements AutoCloseable {
    private static final int START_SECONDS = 240;
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");
    private static final String HEAP_IN_USE = "jvm_memory_used_bytes{area=\"heap\"} ";

    private final Process process;
    private final int port;
    private final Path log;

    private ServerProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Returns when it is ready. */
    public static ServerProcess start(String name, Account account, Path data)
            throws IOException, InterruptedException {
        int port = freePort();
        Path log = BuildDirectory.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(JAVA.resolve("java").toString(), "@jvm.options", "-cp",
                System.getProperty("java.class.path"), "isuumo.Main").redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(variable -> variable.startsWith("ISUUMO_"));
        builder.environment().putAll(Map.of("ISUUMO_PRIMARY_URL", account.jdbcUrl(), "ISUUMO_DB_USER", account.user(),
                "ISUUMO_DB_PASSWORD", account.password(), "ISUUMO_DATA_DIR", data.toString(), "ISUUMO_PORT",
                Integer.toString(port), "ISUUMO_REHEARSAL_MILLIS", "0"));
        ServerProcess server = new ServerProcess(builder.start(), port, log);
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
            return http().get("/healthz").status() == 200;
        } catch (UncheckedIOException _) {
            return false; // it does not listen yet
        }
    }

    public Http http() {
        return new Http(port);
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
        String bytes = http().get("/metrics").expect(200).text().lines().filter(line -> line.startsWith(HEAP_IN_USE))
                .findFirst().orElseThrow().substring(HEAP_IN_USE.length());
        return (long) Double.parseDouble(bytes) >> 20;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}

package isuumo.cluster;

import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.testing.BuildDirectory;
import isuumo.testing.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** One host's server in a process of its own, which can be killed, frozen and started again. */
final class HostProcess implements AutoCloseable {
    private static final int START_SECONDS = 240;

    private final String name;
    private final int port;
    private final int operatorsPort;
    private final Map<String, String> environment;
    private Process process;
    private Http operators;

    HostProcess(String name, int port, int operatorsPort, Map<String, String> environment) {
        this.name = name;
        this.port = port;
        this.operatorsPort = operatorsPort;
        this.environment = environment;
        operators = new Http(operatorsPort);
    }

    String name() {
        return name;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    Http http() {
        return new Http(port);
    }

    /** The same for as long as the process runs: that port has 64 connections, and an idle one keeps its place for half a minute. */
    Http operators() {
        return operators;
    }

    void start() throws IOException {
        operators = new Http(operatorsPort);
        Path log = BuildDirectory.resolve("cluster-" + name + ".log");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), "isuumo.Main").redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(variable -> variable.startsWith("ISUUMO_"));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** Until {@code /healthz} says so. */
    HostProcess awaitServing() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!serves()) {
            assertTrue(process.isAlive(),
                    () -> name + " has ended; see " + BuildDirectory.resolve("cluster-" + name + ".log"));
            assertTrue(System.nanoTime() < deadline, () -> name + " does not serve after " + START_SECONDS + " s");
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return this;
    }

    boolean serves() {
        return healthIs(Set.of(200));
    }

    /** That it does not serve yet, or why it does not any more. */
    boolean answers() {
        return healthIs(Set.of(200, 503));
    }

    private boolean healthIs(Set<Integer> statuses) {
        try {
            return statuses.contains(operators.get("/healthz").status());
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof ConnectException) {
                return false;
            }
            throw e;
        }
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, and until it has ended. */
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    /** It does nothing any more, but time passes: as in a long collection. */
    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).inheritIO().start().waitFor();
        assertTrue(code == 0, () -> "kill -" + signal + " of " + name + " failed");
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}

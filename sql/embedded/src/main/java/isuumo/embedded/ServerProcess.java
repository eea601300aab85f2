package isuumo.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The operating system's side of a server: start, wait until it listens, stop, and stop what was left behind. */
final class ServerProcess {
    private static final int START_TIMEOUT_SECONDS = 60;
    private static final int STOP_TIMEOUT_SECONDS = 30;
    private static final int POLL_MILLIS = 20;
    private static final int LOG_LINES_SHOWN = 8;

    private final Process process;
    private final Path log;

    private ServerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static ServerProcess start(List<String> command, Path log) throws IOException {
        return new ServerProcess(
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
    }

    void awaitListening(int port) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_TIMEOUT_SECONDS);
        while (!listens(port)) {
            if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IOException("MariaDB ended with code " + process.exitValue() + ":\n" + lastLines(log));
            }
            if (System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IOException("MariaDB does not listen on port " + port + " after " + START_TIMEOUT_SECONDS
                        + " s:\n" + lastLines(log));
            }
        }
    }

    private static boolean listens(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static String lastLines(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
    }

    /** Asks for an orderly end (SIGTERM) and waits for it. */
    void stop() throws IOException {
        stop(process.toHandle());
    }

    /** SIGKILL, as a crash would: for tests of recovery. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends the server that a killed run left on this data directory, if there is one. */
    static void stopLeftOver(Path pidFile, Path data) throws IOException {
        if (Files.notExists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readString(pidFile).strip());
        var leftOver = ProcessHandle.of(pid).filter(handle -> worksIn(handle, data));
        if (leftOver.isPresent()) {
            stop(leftOver.get());
        }
        Files.deleteIfExists(pidFile);
    }

    /** A server's working directory is its data directory; any other process of that number is not ours to end. */
    private static boolean worksIn(ProcessHandle handle, Path data) {
        try {
            return Path.of("/proc", Long.toString(handle.pid()), "cwd").toRealPath().equals(data.toRealPath());
        } catch (IOException _) {
            return false; // it ended meanwhile, or is somebody else's
        }
    }

    private static void stop(ProcessHandle handle) throws IOException {
        handle.destroy();
        try {
            handle.onExit().get(STOP_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException(
                    "MariaDB, pid " + handle.pid() + ", did not stop within " + STOP_TIMEOUT_SECONDS + " s.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while MariaDB, pid " + handle.pid() + ", was stopping.", e);
        }
    }
}

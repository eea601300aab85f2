package isuumo.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** nginx, configured as on a host, in front of a server of this process: {@code nginx/test/run front}. */
public final class NginxFront implements AutoCloseable {
    private static final Path RUN = BuildDirectory.shared("../../nginx/test/run").normalize();
    private static final String READY = "ready: ";
    /** nginx is not installed, and {@code nginx/test/run} has not been called either, which unpacks one. */
    private static final int NO_NGINX = 3;

    private final Process process;
    private final int port;

    private NginxFront(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * @param site the built site; with the pictures below {@code data} nginx answers it itself
     * @return empty where there is no nginx
     */
    public static Optional<NginxFront> start(int appPort, Path site, Path data)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(RUN.toString(), "front", Integer.toString(appPort), site.toString(),
                data.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        if (line == null || !line.startsWith(READY)) {
            int code = process.waitFor();
            if (code == NO_NGINX) {
                return Optional.empty();
            }
            throw new IOException(RUN + " front said " + line + " and ended with " + code);
        }
        return Optional.of(new NginxFront(process, Integer.parseInt(line.substring(READY.length()))));
    }

    public int port() {
        return port;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close(); // that ends it
        process.onExit().join();
    }
}

package isuumo.bench.tell;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/** The input of a shell command, which has taken it when it ends with 0. */
public record CommandDelivery(String command) implements Delivery {
    private static final int TIMEOUT_SECONDS = 20;

    @Override
    public void deliver(byte[] message) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sh", "-c", command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (OutputStream input = process.getOutputStream()) {
            input.write(message);
        } catch (IOException _) {
            // it does not read all, or has ended: its exit code tells
        }
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("the command '" + command + "' has not ended for " + TIMEOUT_SECONDS + " s");
        }
        if (process.exitValue() != 0) {
            throw new IOException("the command '" + command + "' ended with " + process.exitValue());
        }
    }
}

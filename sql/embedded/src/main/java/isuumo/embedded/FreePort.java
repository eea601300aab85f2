package isuumo.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A free TCP port below the range from which the kernel takes the ports of outgoing connections. */
final class FreePort {
    private static final int FIRST = 13306;
    private static final int LAST = 14305;

    private FreePort() {}

    static int find() throws IOException {
        for (int port = FIRST; port <= LAST; port++) {
            if (isFree(port)) {
                return port;
            }
        }
        throw new IOException("No free TCP port from " + FIRST + " to " + LAST + " for the database.");
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}

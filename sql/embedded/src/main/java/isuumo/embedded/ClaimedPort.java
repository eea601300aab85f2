package isuumo.embedded;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;

/**
 * A free TCP port of the loopback interface, for a server that is about to be started. Nobody else who asks here gets it, in
 * no process, until it is closed or the process ends: the UDP port of the same number is held for that.
 */
public final class ClaimedPort implements AutoCloseable {
    private final int number;
    private final DatagramSocket claim;

    private ClaimedPort(int number, DatagramSocket claim) {
        this.number = number;
        this.claim = claim;
    }

    /**
     * The first one that is free.
     *
     * @param first and last: below the range from which the kernel takes the ports of outgoing connections
     * @throws IOException when none is
     */
    public static ClaimedPort between(int first, int last) throws IOException {
        for (int port = first; port <= last; port++) {
            DatagramSocket claim = claim(port);
            if (claim != null && isFree(port)) {
                return new ClaimedPort(port, claim);
            }
            if (claim != null) {
                claim.close();
            }
        }
        throw new IOException("No free TCP port from " + first + " to " + last + ".");
    }

    /** Null when another one has it. */
    private static DatagramSocket claim(int port) {
        try {
            return new DatagramSocket(port, InetAddress.getLoopbackAddress());
        } catch (SocketException _) {
            return null;
        }
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    public int number() {
        return number;
    }

    @Override
    public void close() {
        claim.close();
    }
}

package isuumo.bench.tell;

import java.io.IOException;

/** Somewhere a message goes. */
public interface Delivery {
    /**
     * Returns when it has arrived.
     *
     * @throws Unwanted    if this message will never be taken, though others may be
     * @throws IOException if it may be taken later; the message says why, and never an address
     */
    void deliver(byte[] message) throws IOException, InterruptedException;

    /** The other side has looked at the message and does not want it. */
    final class Unwanted extends IOException {
        private static final long serialVersionUID = 1L;

        Unwanted(String message) {
            super(message);
        }
    }
}

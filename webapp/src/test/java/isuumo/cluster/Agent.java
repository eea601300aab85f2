package isuumo.cluster;

import isuumo.testing.Answer;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/** Extends a host's tenure, as whoever holds the writer's lease for it does, until it falls silent. */
final class Agent implements AutoCloseable {
    /** Longer than a busy machine stands still. */
    static final int TENURE_MILLIS = 5_000;
    private static final int PAUSE_MILLIS = 100;

    private final ThreeHosts three;
    private final int host;
    private final long number;
    private final Thread thread;
    private volatile boolean silent;

    /** @param host from 0 */
    Agent(ThreeHosts three, int host, long number) {
        this.three = three;
        this.host = host;
        this.number = number;
        thread = Thread.ofVirtual().start(this::run);
    }

    private void run() {
        try {
            for (long clock = 0; !silent; TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS)) {
                clock = extend(clock);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // nobody interrupts this thread
        }
    }

    /** @return what the host's clock says then */
    private long extend(long clock) {
        try {
            return tell(three, host, number, clock, TENURE_MILLIS).expect(200).json().get("clock").longValue();
        } catch (UncheckedIOException _) {
            return clock; // it is starting
        }
    }

    /** What a host answers to its own agent. */
    static Answer tell(ThreeHosts three, int host, long number, long after, int millis) {
        return three.between(host, host, "POST", TenureRoute.PATH).postJson(TenureRoute.PATH,
                "{\"number\":" + number + ",\"after\":" + after + ",\"millis\":" + millis + "}");
    }

    /** Nothing is extended after this has returned. */
    void fallSilent() throws InterruptedException {
        silent = true;
        thread.join();
    }

    @Override
    public void close() {
        silent = true;
    }
}

package isuumo;

/**
 * How much is done at once, and how long the rest waits for its turn.
 *
 * @param readsAtOnce a read takes a core for a fraction of a millisecond, so more than a few a core only take turns, and
 *            keep purchases and leases waiting for theirs
 * @param waitMillis how long a read or a purchase waits before it is refused: whoever is answered later than a second has
 *            left, and nginx takes a host for dead that is silent so long
 */
public record Turns(int readsAtOnce, int waitMillis) {
    public static final Turns DEFAULT = new Turns(16, 500);

    static Turns of(Environment in) {
        return new Turns(in.number("ISUUMO_READS_AT_ONCE", DEFAULT.readsAtOnce, 1, 10_000),
                in.number("ISUUMO_TURN_WAIT_MILLIS", DEFAULT.waitMillis, 1, 60_000));
    }
}

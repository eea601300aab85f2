package isuumo;

/**
 * How much of reading is done at once.
 *
 * @param atOnce requests; a read takes a core for a fraction of a millisecond, so more than a few a core only take turns, and
 *            keep purchases and leases waiting for theirs
 * @param waitMillis how long others wait before they are refused: nginx takes a host for dead that is silent for a second
 */
public record ReadLimits(int atOnce, int waitMillis) {
    public static final ReadLimits DEFAULT = new ReadLimits(16, 500);

    static ReadLimits of(Environment in) {
        return new ReadLimits(in.number("ISUUMO_READS_AT_ONCE", DEFAULT.atOnce, 1, 10_000),
                in.number("ISUUMO_READ_WAIT_MILLIS", DEFAULT.waitMillis, 1, 60_000));
    }
}

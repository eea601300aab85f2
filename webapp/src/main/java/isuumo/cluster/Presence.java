package isuumo.cluster;

import isuumo.gtid.GtidSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;

/** How this host comes among the others, and leaves them. By default there are none. */
public interface Presence extends AutoCloseable {
    /** The database can be asked; nothing is built yet, and no write is taken. Returns when it is known who writes. */
    default void reached() throws SQLException, InterruptedException {}

    /** Whether writes are taken before the catalogs are built. */
    default boolean writesUnbuilt() {
        return false;
    }

    /** @param position what the catalogs, which are built now, hold at any time */
    default void start(Supplier<GtidSet> position) {}

    /** How long {@link #part} may take, of the time that a stop has. */
    default Duration partingTime(Duration ofStop) {
        return Duration.ZERO;
    }

    /**
     * Prepares the other hosts for this one's absence, while this one still answers.
     *
     * @param within how long that may take
     */
    default void part(Duration within) {}

    @Override
    default void close() {}
}

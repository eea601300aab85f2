package isuumo.feed;

import isuumo.gtid.GtidSet;
import isuumo.table.Table;
import java.sql.SQLException;
import java.util.List;

/** What is kept up by the change feed. Called by the feed's one thread. */
public interface FeedTarget {
    /** Whose rows it shows. */
    List<Table<?>> tables();

    /** Transactions that need not come any more. */
    GtidSet position();

    /**
     * Applies transactions whole and in order, but those that the position covers, and adds them to the position: all at
     * once, so that a target which is behind has caught up soon.
     *
     * @throws LostTrackException when it applies none of them, and is to be built anew instead
     */
    void replay(List<Transaction> transactions) throws LostTrackException;

    /**
     * Whether the position covers a transaction once no other rebuild, as of {@code POST /initialize}, is under way: that
     * one's own transaction is logged before the rows are read.
     */
    boolean holdsByNow(GtidSet transaction) throws SQLException;

    /**
     * Starts anew from the database's rows.
     *
     * @param atLeast how new the rows should be
     * @return false, and nothing changed, when the database has not executed all of that yet
     */
    boolean rebuild(GtidSet atLeast) throws SQLException;

    /** Says that a {@link #rebuild} is to come, perhaps to older rows than were shown. */
    void rebuilding(String reason);
}

package isuumo.gtid;

import java.util.Map;

/**
 * A set of global transaction ids: all that a database, or a catalog that follows one, has executed.
 *
 * <p>Two forms: MySQL's set of intervals for each server, {@code uuid:1-5:7,uuid2:1-9} (with tags,
 * {@code uuid:tag:1-3}), and MariaDB's position, {@code 0-1-42}, which stands for all earlier transactions of its domain.
 * The empty set has no form and goes with both. Immutable.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/8.4/en/replication-gtids-concepts.html">MySQL</a>
 * @see <a href="https://mariadb.com/kb/en/gtid/">MariaDB</a>
 */
public sealed interface GtidSet permits MySqlGtidSet, MariaDbGtidSet {
    /** No transaction at all. */
    GtidSet EMPTY = MySqlGtidSet.NONE;

    /**
     * Reads what a server prints, or {@link Object#toString}; white space does not matter.
     *
     * @throws IllegalArgumentException quoting the part that is of neither form
     */
    static GtidSet parse(String text) {
        String compact = text.replaceAll("\\s", "");
        if (compact.isEmpty()) {
            return EMPTY;
        }
        return MariaDbGtidSet.isOne(compact) ? MariaDbGtidSet.of(compact) : MySqlGtidSet.of(compact);
    }

    boolean isEmpty();

    /** Whether some of them have a tag, as MySQL's may since 8.3. */
    boolean hasTags();

    /**
     * Whether every transaction of {@code other} is in this set.
     *
     * @throws IllegalArgumentException when one is MySQL's and the other MariaDB's
     */
    boolean covers(GtidSet other);

    /**
     * The union.
     *
     * @throws IllegalArgumentException when one is MySQL's and the other MariaDB's
     */
    GtidSet plus(GtidSet other);

    /**
     * The number of each source's last transaction. A source is a server of MySQL's, with a tag or without, or a domain of
     * MariaDB's: few, and the same ones from transaction to transaction.
     */
    Map<String, Long> lastBySource();
}

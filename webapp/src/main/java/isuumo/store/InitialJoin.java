package isuumo.store;

import isuumo.table.Table;

/** SQL of a table's rows as {@code content}, beside what is remembered of the initial ones as {@code initial}. */
final class InitialJoin {
    private InitialJoin() {}

    /** The rows that are initial ones. */
    static String fromBoth(Table<?> table) {
        return " FROM isuumo.%1$s AS content JOIN isuumo.initial_%1$s AS initial ON initial.id = content.id"
                .formatted(table.name());
    }

    /** The others. */
    static String fromAdded(Table<?> table) {
        return " FROM isuumo.%1$s AS content LEFT JOIN isuumo.initial_%1$s AS initial ON initial.id = content.id "
                .formatted(table.name()) + "WHERE initial.id IS NULL";
    }
}

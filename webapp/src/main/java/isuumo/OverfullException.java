package isuumo;

import isuumo.store.DatabaseException;

/** The database holds more rows than this host has room for; says how many, and what to do. */
final class OverfullException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    /** @param what of rows, like {@code rows} */
    OverfullException(long there, String what, long room) {
        super("The database holds " + there + " " + what + ", and this host has room for " + room
                + ", so it answers nothing but /healthz. POST /initialize removes the rows that were uploaded;"
                + " a larger heap (jvm.options), or ISUUMO_MAX_ROWS, makes room for more");
    }
}

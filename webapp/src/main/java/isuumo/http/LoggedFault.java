package isuumo.http;

/**
 * A fault of the server as the log shows it: where it happened is all there, and what it says, which may be a text of whoever sent
 * the request, is a line of bounded length.
 */
final class LoggedFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int MAX_CHARS = 300;
    private static final int MAX_CAUSES = 5;

    private LoggedFault(Throwable fault, int causes) {
        super(Shortened.line(MAX_CHARS, fault.toString()),
                fault.getCause() == null || causes == 0 ? null : new LoggedFault(fault.getCause(), causes - 1), false,
                true);
        setStackTrace(fault.getStackTrace());
    }

    /** Null of nothing. */
    static LoggedFault of(Throwable fault) {
        return fault == null ? null : new LoggedFault(fault, MAX_CAUSES);
    }

    @Override
    public String toString() {
        return getMessage();
    }
}

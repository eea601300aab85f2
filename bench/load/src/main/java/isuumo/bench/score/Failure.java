package isuumo.bench.score;

/** Something wrong that a scenario found and that ends it. */
public final class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    private final Severity severity;
    private final String detail;

    /**
     * @param message the same for all failures of one sort, so that they can be counted
     * @param detail  what was special about this one: ids, values; may be empty
     */
    public Failure(Severity severity, String message, String detail) {
        super(message, null, false, false);
        this.severity = severity;
        this.detail = detail;
    }

    public Severity severity() {
        return severity;
    }

    public String detail() {
        return detail;
    }

    /** The same failure, judged otherwise. */
    public Failure as(Severity other) {
        return new Failure(other, getMessage(), detail);
    }

    @Override
    public String toString() {
        return detail.isEmpty() ? getMessage() : getMessage() + " (" + detail + ")";
    }
}

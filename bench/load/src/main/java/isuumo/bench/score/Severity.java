package isuumo.bench.score;

/** What something wrong costs in the load phase; in the verify phase anything wrong ends the run. */
public enum Severity {
    /** One of these fails the run. */
    CRITICAL,
    /** Costs points; ten fail the run. */
    APPLICATION,
    /** Told, and free of cost. */
    NOTED
}

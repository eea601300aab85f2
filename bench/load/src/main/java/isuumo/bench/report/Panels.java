package isuumo.bench.report;

/**
 * What stands on a run's page beside the benchmark's own figures, as HTML.
 *
 * @param atTop below the verdict
 * @param atEnd after the benchmark's own tables
 */
public record Panels(String atTop, String atEnd) {
    public static final Panels NONE = new Panels("", "");
}

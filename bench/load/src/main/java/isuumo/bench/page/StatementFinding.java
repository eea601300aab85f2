package isuumo.bench.page;

import isuumo.bench.statements.StatementRow;
import isuumo.bench.statements.StatementTable;
import java.util.List;
import java.util.Locale;

/** Which statement the databases spent most on, and whether it looks at rows that nobody wants: in a sentence. */
record StatementFinding(StatementTable statements) {
    /** Rows looked at for one that is sent or changed, from which on an index is missing. */
    private static final int MANY = 100;

    List<String> sentences() {
        List<StatementRow> rows = statements.rows();
        double all = rows.stream().mapToDouble(StatementRow::sumSeconds).sum();
        if (all == 0) {
            return List.of();
        }
        StatementRow first = rows.getFirst();
        String sentence = String.format(Locale.ROOT,
                "The databases spent %.0f %% of their %.1f s on \u201c%s\u201d: %,d times, %.2f ms on average, p95 %.2f ms%s.",
                100 * first.sumSeconds() / all, all, StatementsPanel.shortened(first.fingerprint()), first.count(),
                first.averageMillis(), first.percentileMillis(95), examined(first));
        return List.of(sentence);
    }

    private static String examined(StatementRow row) {
        double each = row.examined() / (double) row.count();
        return each >= MANY && row.examined() >= MANY * Math.max(1, row.sent())
                ? String.format(Locale.ROOT, ", %,.0f rows looked at each time (%s)", each, row.slowest().plan())
                : "";
    }
}

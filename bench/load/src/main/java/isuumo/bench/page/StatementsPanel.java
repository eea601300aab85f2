package isuumo.bench.page;

import static isuumo.bench.page.SortedTable.cell;
import static isuumo.bench.report.Html.fixed;
import static isuumo.bench.report.Html.number;
import static isuumo.bench.report.Html.tableEnd;
import static isuumo.bench.report.Html.text;

import isuumo.bench.statements.StatementRow;
import isuumo.bench.statements.StatementTable;
import java.util.List;

/** The databases' slow logs of the run by what the statements are but for their values, as pt-query-digest shows them. */
record StatementsPanel(StatementTable statements) {
    /** Of a statement's text; an upload has megabytes. */
    private static final int SHOWN = 400;

    String html() {
        List<StatementRow> rows = statements.rows();
        if (rows.isEmpty()) {
            return "";
        }
        double all = rows.stream().mapToDouble(StatementRow::sumSeconds).sum();
        StringBuilder out = new StringBuilder(
                "<h2>The databases' statements</h2><p>Their own times: milliseconds, in all seconds; rows of all together. The"
                        + " plan is the slowest one's, whose text opens.</p>"
                        + SortedTable.begin("statement", "#count", "#sum s", "#share", "#average", "#p95", "#max",
                                "#rows examined", "#rows sent", "plan", "hosts"));
        rows.forEach(row -> row(out, row, all));
        return out.append(tableEnd()).toString();
    }

    private static void row(StringBuilder out, StatementRow row, double all) {
        out.append(text("<tr><td class=\"sql\"><details><summary>%s</summary><pre>%s</pre></details></td>",
                shortened(row.fingerprint()),
                shortened(row.slowest().sql())));
        cell(out, row.count(), number(row.count()));
        cell(out, row.sumSeconds(), fixed(row.sumSeconds()));
        double share = all == 0 ? 0 : 100 * row.sumSeconds() / all;
        cell(out, share, fixed(share) + " %");
        cell(out, row.averageMillis(), fixed(row.averageMillis()));
        cell(out, row.percentileMillis(95), fixed(row.percentileMillis(95)));
        cell(out, row.maxMillis(), fixed(row.maxMillis()));
        cell(out, row.examined(), number(row.examined()));
        cell(out, row.sent(), number(row.sent()));
        out.append(text("<td>%s</td><td>%s</td></tr>", row.slowest().plan(),
                AccessPanel.shares(row.byHost(), row.count())));
    }

    static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + " …";
    }
}

package isuumo.bench.page;

import static isuumo.bench.report.Html.cells;
import static isuumo.bench.report.Html.fixed;
import static isuumo.bench.report.Html.number;
import static isuumo.bench.report.Html.table;
import static isuumo.bench.report.Html.tableEnd;
import static isuumo.bench.report.Html.text;

import isuumo.bench.statements.StatementRow;
import isuumo.bench.statements.StatementTable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What each statement took in two runs, those that only one of both has among them. */
record StatementComparison(StatementTable before, StatementTable now) {
    private static final List<Function<StatementRow, String>> FIGURES = List.of(row -> number(row.count()),
            row -> fixed(row.sumSeconds()), row -> fixed(row.averageMillis()), row -> fixed(row.percentileMillis(95)),
            row -> number(row.examined()));

    String html() {
        Map<String, StatementRow> earlier = byFingerprint(before);
        Map<String, StatementRow> later = byFingerprint(now);
        if (earlier.isEmpty() || later.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("<h3>Statement by statement</h3><p>Milliseconds, in all seconds.</p>")
                .append(table("statement", "#count before", "#now", "#sum s before", "#now", "#average before", "#now",
                        "#p95 before", "#now", "#rows examined before", "#now"));
        Set<String> all = new LinkedHashSet<>(later.keySet());
        all.addAll(earlier.keySet());
        for (String fingerprint : all) {
            out.append(text("<tr><td>%s</td>", StatementsPanel.shortened(fingerprint)));
            FIGURES.forEach(figure -> out.append(
                    cells(value(figure, earlier.get(fingerprint)), value(figure, later.get(fingerprint)))));
            out.append("</tr>");
        }
        return out.append(tableEnd()).toString();
    }

    private static String value(Function<StatementRow, String> figure, StatementRow row) {
        return row == null ? "–" : figure.apply(row);
    }

    private static Map<String, StatementRow> byFingerprint(StatementTable table) {
        Map<String, StatementRow> rows = new LinkedHashMap<>();
        table.rows().forEach(row -> rows.put(row.fingerprint(), row));
        return rows;
    }
}

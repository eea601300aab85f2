package isuumo.bench.page;

import static isuumo.bench.page.SortedTable.cell;
import static isuumo.bench.report.Html.fixed;
import static isuumo.bench.report.Html.number;
import static isuumo.bench.report.Html.tableEnd;
import static isuumo.bench.report.Html.text;

import isuumo.bench.access.AccessTable;
import isuumo.bench.access.RouteRow;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** nginx's logs of the run by route, as alp shows them, in a table that sorts by the head that is clicked. */
record AccessPanel(AccessTable access) {
    private static final List<String> STATUSES = List.of("2xx", "3xx", "4xx", "5xx");

    String html() {
        List<RouteRow> rows = access.rows();
        if (rows.isEmpty()) {
            return "";
        }
        double all = rows.stream().mapToDouble(RouteRow::sumSeconds).sum();
        StringBuilder out = new StringBuilder(
                "<h2>The access log by route</h2><p>nginx's own times: milliseconds, in all seconds. A head sorts.</p>"
                        + SortedTable.begin("route", "#count", "#sum s", "#share", "#average", "#p50", "#p90", "#p99",
                                "#max", "#MB", "#2xx", "#3xx", "#4xx", "#5xx", "#app s", "upstreams", "hosts"));
        rows.forEach(row -> row(out, row, all));
        return out.append(tableEnd()).append(access.unreadable() == 0
                ? ""
                : text("<p>%s lines of the logs are no request in LTSV.</p>", number(access.unreadable())))
                .toString();
    }

    private static void row(StringBuilder out, RouteRow row, double all) {
        out.append(text("<tr><td>%s</td>", row.route()));
        cell(out, row.count(), number(row.count()));
        cell(out, row.sumSeconds(), fixed(row.sumSeconds()));
        double share = all == 0 ? 0 : 100 * row.sumSeconds() / all;
        cell(out, share, fixed(share) + " %");
        cell(out, row.averageMillis(), fixed(row.averageMillis()));
        for (double percent : new double[]{50, 90, 99}) {
            cell(out, row.percentileMillis(percent), number(row.percentileMillis(percent)));
        }
        cell(out, row.maxMillis(), number(row.maxMillis()));
        cell(out, row.bytes(), fixed(row.bytes() / 1e6));
        for (String status : STATUSES) {
            long count = row.byStatus().getOrDefault(status, 0L);
            cell(out, count, count == 0 ? "" : number(count));
        }
        cell(out, row.appSeconds(), fixed(row.appSeconds()));
        out.append(text("<td>%s</td><td>%s</td></tr>", shares(row.byUpstream(), row.count()),
                shares(row.byHost(), row.count())));
    }

    static String shares(Map<String, Long> counts, long all) {
        return counts.entrySet().stream()
                .map(e -> String.format(Locale.ROOT, "%s %.0f %%", e.getKey(), 100.0 * e.getValue() / all))
                .collect(Collectors.joining(", "));
    }
}

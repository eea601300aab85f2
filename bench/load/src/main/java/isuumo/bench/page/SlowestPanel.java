package isuumo.bench.page;

import static isuumo.bench.report.Html.cells;
import static isuumo.bench.report.Html.number;
import static isuumo.bench.report.Html.table;
import static isuumo.bench.report.Html.tableEnd;
import static isuumo.bench.report.Html.text;

import isuumo.bench.access.AccessLine;
import isuumo.bench.access.AccessTable;
import isuumo.bench.access.SlowRequest;

/** The slowest requests, each with its way through nginx and the application. */
record SlowestPanel(AccessTable access) {
    /** Of RFC 3339, where the time of day begins. */
    private static final int DATE_LENGTH = "2026-12-01T".length();

    String html() {
        if (access.slowest().isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder(
                "<h2>The slowest requests</h2><p>Milliseconds. From its first byte to the answer's last (nginx); of that, until the"
                        + " application answered, connecting included; and what the application waited for, in this order.</p>")
                .append(table("ended", "host", "request", "#status", "#all", "#app", "#connecting", "upstream",
                        "in the application"));
        access.slowest().forEach(slow -> row(out, slow));
        return out.append(tableEnd()).toString();
    }

    private static void row(StringBuilder out, SlowRequest slow) {
        AccessLine line = slow.line();
        String time = line.time();
        out.append(text("<tr><td>%s</td><td>%s</td><td>%s %s</td>",
                time.length() > DATE_LENGTH ? time.substring(DATE_LENGTH) : time, slow.host(), line.method(),
                line.uri()))
                .append(cells(Integer.toString(line.status()), number(line.millis()), number(line.appMillis()),
                        number(line.connectMillis())))
                .append(text("<td>%s</td><td>%s</td></tr>", line.upstream(),
                        line.stages().equals("-") ? "" : line.stages().replace(";dur=", " ")));
    }
}

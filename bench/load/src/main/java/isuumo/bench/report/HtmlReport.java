package isuumo.bench.report;

import static isuumo.bench.report.Html.cells;
import static isuumo.bench.report.Html.fixed;
import static isuumo.bench.report.Html.number;
import static isuumo.bench.report.Html.table;
import static isuumo.bench.report.Html.tableEnd;
import static isuumo.bench.report.Html.text;

import isuumo.bench.run.Sample;
import isuumo.bench.score.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** A run as one self-contained page: no network, light and dark; its own script only where tables are sorted. */
public final class HtmlReport {
    private final Result result;
    private final StringBuilder out = new StringBuilder();

    private HtmlReport(Result result) {
        this.result = result;
    }

    public static String of(Result result, Panels panels) {
        HtmlReport page = new HtmlReport(result);
        page.head();
        page.verdict();
        page.out.append(panels.atTop());
        page.messages();
        page.charts();
        page.endpoints();
        page.slowest();
        page.out.append(panels.atEnd());
        page.cards();
        return page.out.append("</main></body></html>\n").toString();
    }

    private void head() {
        out.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>ISUUMO benchmark: ")
                .append(result.pass() ? "PASS " : "FAIL ").append(number(result.score())).append("</title><style>")
                .append(Style.CSS).append("</style></head><body><main>");
    }

    private void verdict() {
        boolean openLoop = result.rate() > 0;
        String mode = openLoop ? "open loop at " + number(result.rate()) + " requests a second" : "contest rules";
        out.append(text("<header class=\"%s\"><p class=\"stamp\">%s</p><div><h1>%s</h1><p>%s</p></div></header>",
                result.pass() ? "pass" : "fail", result.pass() ? "PASS" : "FAIL",
                openLoop ? number(result.requests()) + " requests" : number(result.score()) + " points",
                (result.pass() ? "" : result.reason() + "; ") + mode + (result.strict() ? ", strict" : "")
                        + aside(result.variation().besideTimes())
                        + (result.variation().crowd() == 1
                                ? ""
                                : aside(result.variation().besideScores())
                                        + " (scores are not comparable with the contest's)")
                        + ", " + result.target() + ", " + result.startedAt()));
        out.append("<dl class=\"facts\">");
        fact("level", Integer.toString(result.level()));
        fact("load" + slow(), fixed(result.loadSeconds()) + " s");
        fact("requests", number(result.requests()));
        fact("requests/s" + slow(), number(Math.round(result.requests() / Math.max(0.001, result.loadSeconds()))));
        fact("scenarios", number(result.scenarios()));
        fact("critical", number(result.errors().critical()));
        fact("application", number(result.errors().application()));
        fact("noted", number(result.errors().noted()));
        fact("left", number(result.errors().leaves()));
        out.append("</dl>");
    }

    private String slow() {
        return aside(result.variation().besideTimes());
    }

    private static String aside(String text) {
        return text.isEmpty() ? "" : ", " + text;
    }

    private static String orDash(Double value) {
        return value == null ? "-" : fixed(value);
    }

    private void fact(String name, String value) {
        out.append(text("<div><dt>%s</dt><dd>%s</dd></div>", name, value));
    }

    private void messages() {
        if (result.messages().isEmpty()) {
            return;
        }
        out.append("<h2>What went wrong</h2>").append(table("severity", "what", "#count"));
        result.messages()
                .forEach(m -> out
                        .append(text("<tr><td class=\"%s\">%s</td><td>%s</td>",
                                m.severity() == Severity.NOTED ? "noted" : "bad",
                                m.severity().name().toLowerCase(Locale.ROOT), m.text()))
                        .append(cells(number(m.count()))).append("</tr>"));
        out.append(tableEnd());
        if (!result.examples().isEmpty()) {
            out.append("<details><summary>The first ones in detail</summary><ul>");
            result.examples().forEach(e -> out.append(text("<li>%s</li>", e)));
            out.append("</ul></details>");
        }
    }

    private void charts() {
        if (result.samples().size() < 2) {
            return;
        }
        out.append("<h2>Over time").append(slow()).append("</h2><div class=\"charts\">");
        if (result.rate() == 0) {
            chart("Score", "points", "--score", false, Sample::score);
            chart("Level", "level", "--level", true, Sample::level);
        }
        chart("Throughput", "requests/s", "--rate", false, Sample::requests);
        if (result.messages().isEmpty()) {
            out.append("<figure><figcaption>Errors</figcaption><p class=\"none\">none</p></figure>");
        } else {
            chart("Errors", "so far, noted ones included", "--bad", true, s -> s.errors() + s.noted());
        }
        out.append("</div>");
    }

    private void chart(String title, String unit, String colour, boolean steps, ToDoubleFunction<Sample> value) {
        List<Double> values = result.samples().stream().map(value::applyAsDouble).toList();
        out.append("<figure><figcaption>").append(title).append("</figcaption>")
                .append(Svg.chart(title, unit, new Svg.Line(unit, colour, steps, values))).append("</figure>");
    }

    private void endpoints() {
        if (result.endpoints().isEmpty()) {
            return;
        }
        String from = result.rate() > 0
                ? "from the moment a request should have left"
                : "from a request's first byte to its answer's last";
        out.append("<h2>Where the time goes").append(slow()).append("</h2><p>Milliseconds, ").append(from)
                .append("; \"waited\" is what all users together spent on it, in seconds.</p>")
                .append(table("endpoint", "#count", "#per s", "#waited", "", "#wrong", "#unanswered", "#p50", "#p90",
                        "#p99", "#p99.9", "#max"));
        double most = result.endpoints().stream().mapToDouble(Result.EndpointLine::waitedSeconds).max().orElse(1);
        result.endpoints().forEach(e -> endpoint(e, most));
        out.append(tableEnd());
    }

    private void endpoint(Result.EndpointLine e, double mostWaitedSeconds) {
        long percent = Math.round(100 * e.waitedSeconds() / Math.max(1e-9, mostWaitedSeconds));
        out.append(text("<tr><td>%s</td>", e.endpoint()))
                .append(cells(number(e.count()), fixed(e.perSecond()), fixed(e.waitedSeconds())))
                .append(text("<td class=\"bar\"><span style=\"width:%s%%\"></span></td>", percent))
                .append(text("<td class=\"n %s\">%s</td>", e.wrong() > 0 ? "bad" : "", number(e.wrong())))
                .append(cells(number(e.unanswered()), fixed(e.p50()), fixed(e.p90()), fixed(e.p99()), fixed(e.p999()),
                        fixed(e.max())))
                .append("</tr>");
    }

    private void slowest() {
        if (result.slowest().isEmpty()) {
            return;
        }
        out.append("<h2>Slowest requests").append(slow()).append("</h2>")
                .append(table("#ms", "#at", "#status", "request"));
        result.slowest()
                .forEach(s -> out.append("<tr>")
                        .append(cells(fixed(s.millis()), fixed(s.atSecond()) + " s",
                                s.status() == 0 ? "none" : Integer.toString(s.status())))
                        .append(text("<td>%s</td></tr>", s.request())));
        out.append(tableEnd());
    }

    private void cards() {
        out.append("<div class=\"charts\"><section><h2>CPU time</h2>")
                .append(table("process", "#seconds", "#ms a point"));
        result.cpuSeconds()
                .forEach((name, seconds) -> out.append(text("<tr><td>%s</td>", name))
                        .append(cells(fixed(seconds),
                                orDash(result.cpuMillisPerPoint().get(name))))
                        .append("</tr>"));
        out.append(tableEnd());
        wire();
        out.append("</section><section><h2>Machine</h2><table><tbody>");
        MachineCard card = result.machine();
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("CPU", card.cpu() + ", " + card.cores() + " cores");
        rows.put("memory", fixed(card.memoryGib()) + " GiB");
        rows.put("system", card.os());
        rows.put("JDK", card.jdk());
        rows.put("benchmark", card.commit());
        rows.put("seed", Long.toString(result.seed()));
        rows.put("target", result.language() + " " + (result.version() == null ? "(no /version)" : result.version()));
        rows.forEach((name, value) -> out.append(text("<tr><th>%s</th><td>%s</td></tr>", name, value)));
        out.append("</tbody></table></section></div>");
    }

    private void wire() {
        out.append("<h2>On the wire</h2>").append(table("heads and bodies as sent", "#MB", "#bytes a point"));
        wire("received", result.wire().receivedBytes(), result.receivedBytesPerPoint());
        wire("sent", result.wire().sentBytes(), result.sentBytesPerPoint());
        out.append(tableEnd()).append(text("<p>%s of %s GETs that were answered 200 came in gzip.</p>",
                number(result.wire().gzipGets()), number(result.wire().gets())));
    }

    private void wire(String name, long bytes, Double perPoint) {
        out.append(text("<tr><td>%s</td>", name)).append(cells(fixed(bytes / 1e6), orDash(perPoint))).append("</tr>");
    }
}

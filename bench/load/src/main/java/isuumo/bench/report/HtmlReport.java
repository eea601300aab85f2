package isuumo.bench.report;

import isuumo.bench.run.Sample;
import isuumo.bench.score.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** A run as one self-contained page: no script, no network, light and dark. */
public final class HtmlReport {
    private final Result result;
    private final StringBuilder out = new StringBuilder();

    private HtmlReport(Result result) {
        this.result = result;
    }

    public static String of(Result result) {
        HtmlReport page = new HtmlReport(result);
        page.head();
        page.verdict();
        page.messages();
        page.charts();
        page.endpoints();
        page.slowest();
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
        String mode = result.rate() > 0
                ? "open loop at " + number(result.rate()) + " requests a second"
                : "contest rules";
        out.append(text("<header class=\"%s\"><p class=\"stamp\">%s</p><div><h1>%s</h1><p>%s</p></div></header>",
                result.pass() ? "pass" : "fail", result.pass() ? "PASS" : "FAIL",
                result.rate() > 0 ? number(result.requests()) + " requests" : number(result.score()) + " points",
                (result.pass() ? "" : result.reason() + " — ") + mode + (result.strict() ? ", strict" : "") + ", "
                        + result.target() + ", " + result.startedAt()));
        out.append("<dl class=\"facts\">");
        fact("level", Integer.toString(result.level()));
        fact("load", fixed(result.loadSeconds()) + " s");
        fact("requests", number(result.requests()));
        fact("requests/s", number(Math.round(result.requests() / Math.max(0.001, result.loadSeconds()))));
        fact("scenarios", number(result.scenarios()));
        fact("critical", number(result.errors().critical()));
        fact("application", number(result.errors().application()));
        fact("noted", number(result.errors().noted()));
        fact("left", number(result.errors().leaves()));
        out.append("</dl>");
    }

    private void messages() {
        if (result.messages().isEmpty()) {
            return;
        }
        out.append("<h2>What went wrong</h2><table><thead><tr><th>severity</th><th>what</th><th>count</th></tr></thead>"
                + "<tbody>");
        result.messages().forEach(m -> out.append(text("<tr><td class=\"%s\">%s</td><td>%s</td><td class=\"n\">%s</td>"
                + "</tr>", m.severity() == Severity.NOTED ? "noted" : "bad",
                m.severity().name().toLowerCase(Locale.ROOT),
                m.text(), number(m.count()))));
        out.append("</tbody></table>");
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
        out.append("<h2>Over time</h2><div class=\"charts\">");
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
        out.append("<h2>Where the time goes</h2><p>Milliseconds, ")
                .append(result.rate() > 0
                        ? "from the moment a request should have left"
                        : "from a request's first byte to its answer's last")
                .append(".</p><div class=\"wide\"><table><thead><tr><th>endpoint</th><th>count</th><th>per s</th>"
                        + "<th>wrong</th><th>unanswered</th><th>p50</th><th>p90</th><th>p99</th><th>p99.9</th><th>max"
                        + "</th></tr></thead><tbody>");
        for (Result.EndpointLine e : result.endpoints()) {
            out.append(text("<tr><td>%s</td>", e.endpoint())).append(cells(number(e.count()), fixed(e.perSecond())))
                    .append(e.wrong() > 0 ? "<td class=\"n bad\">" : "<td class=\"n\">").append(number(e.wrong()))
                    .append("</td>").append(cells(number(e.unanswered()), fixed(e.p50()), fixed(e.p90()),
                            fixed(e.p99()), fixed(e.p999()), fixed(e.max())))
                    .append("</tr>");
        }
        out.append("</tbody></table></div>");
    }

    private void slowest() {
        if (result.slowest().isEmpty()) {
            return;
        }
        out.append(
                "<h2>Slowest requests</h2><div class=\"wide\"><table><thead><tr><th>ms</th><th>at</th><th>status</th>"
                        + "<th>request</th></tr></thead><tbody>");
        result.slowest().forEach(s -> out.append("<tr>").append(cells(fixed(s.millis()), fixed(s.atSecond()) + " s",
                s.status() == 0 ? "none" : Integer.toString(s.status())))
                .append(text("<td>%s</td></tr>", s.request())));
        out.append("</tbody></table></div>");
    }

    private void cards() {
        out.append("<div class=\"charts\"><section><h2>CPU time</h2><table><thead><tr><th>process</th><th>seconds</th>"
                + "<th>ms a point</th></tr></thead><tbody>");
        result.cpuSeconds().forEach((name, seconds) -> out.append(text("<tr><td>%s</td>", name))
                .append(cells(fixed(seconds), result.points() == 0 ? "-" : fixed(result.cpuMillisPerPoint(name))))
                .append("</tr>"));
        out.append("</tbody></table></section><section><h2>Machine</h2><table><tbody>");
        MachineCard card = result.machine();
        Map<String, String> rows = new java.util.LinkedHashMap<>();
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

    private void fact(String name, String value) {
        out.append(text("<div><dt>%s</dt><dd>%s</dd></div>", name, value));
    }

    private static String cells(String... values) {
        return java.util.Arrays.stream(values).map(v -> "<td class=\"n\">" + escape(v) + "</td>")
                .collect(Collectors.joining());
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String fixed(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    /** Fills the pattern with escaped values. */
    private static String text(String pattern, Object... values) {
        return String.format(pattern, java.util.Arrays.stream(values).map(v -> escape(String.valueOf(v))).toArray());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}

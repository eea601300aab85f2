package isuumo.bench.page;

import static isuumo.bench.report.Html.cells;
import static isuumo.bench.report.Html.fixed;
import static isuumo.bench.report.Html.number;
import static isuumo.bench.report.Html.table;
import static isuumo.bench.report.Html.tableEnd;
import static isuumo.bench.report.Html.text;

import isuumo.bench.report.Result.EndpointLine;
import isuumo.bench.runs.Figures;
import isuumo.bench.runs.KeptRun;
import isuumo.bench.runs.Noise;
import isuumo.bench.runs.Noise.Change;
import isuumo.bench.runs.Repository.Commit;
import java.util.List;
import java.util.Map;

/**
 * A run beside an earlier one: figures, route by route, commits and settings. A difference within the noise is called none.
 *
 * @param added   commits that the later has and the earlier has not, as far as the repository knows
 * @param undone  those that the earlier has and the later has not
 */
record Comparison(KeptRun earlier, KeptRun run, Noise noise, List<Commit> added, List<Commit> undone) {
    private static final String FIGURES = "score|requests/s|CPU ms a point, .*";

    /** Such as "+5.2 % (…)"; for the open loop, of its requests a second. */
    Change main() {
        String figure = run.result().rate() == 0 ? Figures.SCORE : Figures.RATE;
        return noise.change(figure, Figures.of(earlier.result()).getOrDefault(figure, 0.0),
                Figures.of(run.result()).getOrDefault(figure, 0.0));
    }

    String html() {
        StringBuilder out = new StringBuilder(text("<h2>Compared with %s</h2><p>%s %s. ", earlier.name(),
                earlier.card().shortCommit(), earlier.card().title()));
        out.append(text(earlier.kind().equals(run.kind())
                ? ""
                : "The two were asked for in different ways (target, duration, variation, strict), so that figures differ for that reason too. "));
        out.append("\"None\": two runs of the same commit differ by as much.</p>");
        figures(out);
        routes(out);
        changes(out);
        return out.toString();
    }

    private void figures(StringBuilder out) {
        out.append(table("figure", "#before", "#now", "#difference", "#noise"));
        Map<String, Double> before = Figures.of(earlier.result());
        Figures.of(run.result()).forEach((name, now) -> {
            if (name.matches(FIGURES) && before.containsKey(name)) {
                boolean more = !name.startsWith("CPU");
                out.append(text("<tr><td>%s</td>", name)).append(cells(value(before.get(name)), value(now)))
                        .append(difference(name, before.get(name), now, more))
                        .append(cells(
                                noise.of(name).isPresent() ? fixed(100 * noise.of(name).getAsDouble()) + " %" : "?"))
                        .append("</tr>");
            }
        });
        out.append(tableEnd());
    }

    private void routes(StringBuilder out) {
        out.append("<h3>Route by route</h3><p>Milliseconds.</p>").append(table("endpoint", "#count before", "#now",
                "#p50 before", "#now", "#difference", "#p99 before", "#now", "#difference"));
        for (EndpointLine now : run.result().endpoints()) {
            earlier.result().endpoints().stream().filter(e -> e.endpoint().equals(now.endpoint())).findFirst()
                    .ifPresent(before -> out.append(text("<tr><td>%s</td>", now.endpoint()))
                            .append(cells(number(before.count()), number(now.count()), fixed(before.p50()),
                                    fixed(now.p50())))
                            .append(difference(Figures.p50(now.endpoint()), before.p50(), now.p50(), false))
                            .append(cells(fixed(before.p99()), fixed(now.p99())))
                            .append(difference(Figures.p99(now.endpoint()), before.p99(), now.p99(), false))
                            .append("</tr>"));
        }
        out.append(tableEnd());
    }

    private String difference(String figure, double before, double now, boolean moreIsBetter) {
        Change change = noise.change(figure, before, now);
        boolean judged = change.isReal() && change.noise().isPresent();
        return text("<td class=\"n %s\">%s</td>", judged ? change.share() > 0 == moreIsBetter ? "up" : "down" : "",
                change);
    }

    private static String value(double value) {
        return value == Math.rint(value) ? number((long) value) : fixed(value);
    }

    private void changes(StringBuilder out) {
        out.append("<h3>What changed</h3>");
        List<String> settings = run.settings().since(earlier.settings());
        if (added.isEmpty() && undone.isEmpty() && settings.isEmpty()) {
            out.append(text("<p>%s</p>", run.card().commit().equals(earlier.card().commit())
                    ? "Nothing: the same commit, the same settings."
                    : "The commit; the repository here does not know what lies between. The settings are the same."));
            return;
        }
        out.append("<ul>");
        added.forEach(c -> out.append(text("<li>%s %s (%s)</li>", c.shortId(), c.subject(), c.author())));
        undone.forEach(c -> out.append(text("<li>without %s %s (%s)</li>", c.shortId(), c.subject(), c.author())));
        out.append("</ul>");
        if (!settings.isEmpty()) {
            out.append(text("<pre>%s</pre>", String.join("\n", settings)));
        }
    }
}

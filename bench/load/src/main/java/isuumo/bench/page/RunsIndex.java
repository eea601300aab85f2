package isuumo.bench.page;

import static isuumo.bench.report.Html.cells;
import static isuumo.bench.report.Html.number;
import static isuumo.bench.report.Html.table;
import static isuumo.bench.report.Html.tableEnd;
import static isuumo.bench.report.Html.text;

import isuumo.bench.report.Style;
import isuumo.bench.runs.KeptRun;
import isuumo.bench.runs.Noise;
import isuumo.bench.runs.Runs;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All runs as the contest's portal lists them: when, commit, author, score, what changed; as text and as a page with the
 * score over time.
 *
 * @param runs  the oldest first
 * @param noise of each kind of run
 */
public record RunsIndex(List<KeptRun> runs, Map<KeptRun.Kind, Noise> noise) {
    private static final int TITLE = 60;

    public static RunsIndex of(List<KeptRun> runs) {
        Map<KeptRun.Kind, Noise> noise = new HashMap<>();
        runs.forEach(run -> noise.computeIfAbsent(run.kind(), kind -> Noise.of(runs, kind)));
        return new RunsIndex(runs, noise);
    }

    /** A table for a terminal, the newest last. */
    public String asText() {
        StringBuilder out = new StringBuilder(String.format("%-20s %-13s %-16s %10s %9s  %s%n", "time", "commit",
                "author", "score", "change", "what"));
        for (KeptRun run : runs) {
            out.append(String.format("%-20s %-13s %-16s %10s %9s  %s%n", run.result().startedAt(),
                    run.card().shortCommit(), shortened(run.card().author(), 16), score(run), change(run),
                    shortened(run.card().title(), TITLE)).stripTrailing()).append(System.lineSeparator());
        }
        return out.toString();
    }

    private static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    private static String score(KeptRun run) {
        if (run.result().rate() > 0) {
            return number(run.result().rate()) + "/s";
        }
        return run.result().pass() ? number(run.result().score()) : "FAIL";
    }

    private String change(KeptRun run) {
        Optional<KeptRun> before = Runs.before(run, runs);
        boolean both = before.isPresent() && run.result().pass() && before.get().result().pass();
        return both
                ? new Comparison(before.get(), run, noise.get(run.kind()), List.of(), List.of()).main().toString()
                : "-";
    }

    /** One self-contained page, whose links go to the runs' own beside it. */
    public String html() {
        StringBuilder out = new StringBuilder("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>ISUUMO benchmark: runs"
                + "</title><style>").append(Style.CSS).append("</style></head><body><main><h1>Runs</h1>");
        if (runs.isEmpty()) {
            return out.append("<p>None is kept yet.</p></main></body></html>\n").toString();
        }
        out.append("<figure><figcaption>Score over time</figcaption>").append(new ScoreChart(runs).svg())
                .append("</figure><h2>All</h2><p>The change is that to the run before which was asked for in the same way; "
                        + "\"none\": two runs of the same commit differ by as much.</p>")
                .append(table("time", "commit", "author", "#score", "#change", "what"));
        for (KeptRun run : runs.reversed()) {
            out.append(text("<tr><td><a href=\"%s/index.html\">%s</a></td><td>%s</td><td>%s</td>", run.name(),
                    run.result().startedAt(), run.card().shortCommit(), run.card().author()))
                    .append(text("<td class=\"n %s\">%s</td>", run.result().pass() ? "" : "bad", score(run)))
                    .append(cells(change(run))).append(text("<td>%s%s</td></tr>", run.card().title(),
                            run.result().pass() ? "" : String.format(Locale.ROOT, " (%s)", run.result().reason())));
        }
        return out.append(tableEnd()).append("</main></body></html>\n").toString();
    }
}

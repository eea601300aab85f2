package isuumo.bench.page;

import isuumo.bench.report.Html;
import isuumo.bench.report.Svg;
import isuumo.bench.runs.KeptRun;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The scores of runs in their order as inline SVG, each a link to its page; failed ones on the axis. Runs without a score
 * are not drawn.
 */
record ScoreChart(List<KeptRun> runs) {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 260;
    private static final int LEFT = 70;
    private static final int RIGHT = 20;
    private static final int TOP = 16;
    private static final int BOTTOM = 34;
    private static final int GRID_LINES = 4;

    ScoreChart {
        runs = runs.stream().filter(run -> run.result().rate() == 0).toList();
    }

    String svg() {
        long most = (long) Math.ceil(Svg.niceCeiling(Math.max(GRID_LINES,
                runs.stream().mapToLong(ScoreChart::score).max().orElse(0))));
        StringBuilder out = new StringBuilder(
                format("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"Score over time\">", WIDTH, HEIGHT));
        for (int i = 0; i <= GRID_LINES; i++) {
            long value = most * i / GRID_LINES;
            out.append(format("<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>", LEFT, WIDTH - RIGHT,
                    y(value, most), y(value, most)))
                    .append(format("<text class=\"axis\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", LEFT - 8,
                            y(value, most) + 4, Html.number(value)));
        }
        out.append(format("<polyline class=\"line\" style=\"stroke:var(--score)\" points=\"%s\"/>",
                IntStream.range(0, runs.size()).filter(i -> runs.get(i).result().pass())
                        .mapToObj(i -> format("%.1f,%.1f", x(i), y(score(runs.get(i)), most)))
                        .collect(Collectors.joining(" "))));
        for (int i = 0; i < runs.size(); i++) {
            point(out, i, most);
        }
        return out.append("</svg>").toString();
    }

    private void point(StringBuilder out, int i, long most) {
        KeptRun run = runs.get(i);
        boolean pass = run.result().pass();
        out.append(Html.text("<a href=\"%s/index.html\">", run.name()))
                .append(format("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\" style=\"fill:var(%s)\">", x(i),
                        y(score(run), most), pass ? "--score" : "--bad"))
                .append(Html.text("<title>%s %s: %s %s</title></circle></a>", run.result().startedAt(),
                        run.card().shortCommit(), pass ? Html.number(run.result().score()) : "FAIL",
                        run.card().title()));
        if (i == 0 || i == runs.size() - 1) {
            out.append(format("<text class=\"axis\" x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>", x(i), HEIGHT - 8,
                    i == 0 ? "start" : "end", run.result().startedAt()));
        }
    }

    private static long score(KeptRun run) {
        return run.result().pass() ? Math.max(0, run.result().score()) : 0;
    }

    private double x(int run) {
        return LEFT + (WIDTH - LEFT - RIGHT) * (runs.size() == 1 ? 0 : run / (runs.size() - 1.0));
    }

    private static double y(double value, double most) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / most;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}

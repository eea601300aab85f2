package isuumo.bench.page;

import isuumo.bench.access.AccessTable;
import isuumo.bench.access.RouteRow;
import isuumo.bench.report.Result;
import isuumo.bench.report.Result.EndpointLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a run's figures come to, in sentences: each says a number that the tables below have. */
record Finding(Result result, AccessTable access) {
    /** Of the requests; a host with so many times its fair share is named. */
    private static final double UNEVEN = 1.5;

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (!result.pass()) {
            sentences.add("The run failed: " + result.reason() + ".");
        }
        List<RouteRow> rows = access.rows();
        if (rows.isEmpty()) {
            slowestEndpoint(sentences);
        } else {
            slowestRoute(rows, sentences);
            errors(rows, sentences);
            hosts(sentences);
        }
        return sentences;
    }

    private void slowestEndpoint(List<String> sentences) {
        double all = result.endpoints().stream().mapToDouble(EndpointLine::waitedSeconds).sum();
        result.endpoints().stream().max(Comparator.comparingDouble(EndpointLine::waitedSeconds))
                .filter(_ -> all > 0)
                .ifPresent(e -> sentences.add(format(
                        "People waited most for %s: %.0f %% of the time, %,d requests of %.1f ms on average, p99 %.1f ms.",
                        e.endpoint(), 100 * e.waitedSeconds() / all, e.count(), 1e3 * e.waitedSeconds() / e.count(),
                        e.p99())));
    }

    private static void slowestRoute(List<RouteRow> rows, List<String> sentences) {
        double all = rows.stream().mapToDouble(RouteRow::sumSeconds).sum();
        RouteRow first = rows.getFirst();
        if (all > 0) {
            sentences.add(format(
                    "%s took %.0f %% of nginx's time: %.1f of %.1f s, %,d requests of %.1f ms on average, p99 %,d ms, max %,d ms.",
                    first.route(), 100 * first.sumSeconds() / all, first.sumSeconds(), all, first.count(),
                    first.averageMillis(), first.percentileMillis(99), first.maxMillis()));
            double app = rows.stream().mapToDouble(RouteRow::appSeconds).sum();
            sentences
                    .add(format("%.0f %% of nginx's time it waited for the application.",
                            100 * Math.min(1, app / all)));
        }
    }

    private static void errors(List<RouteRow> rows, List<String> sentences) {
        rows.stream().filter(row -> row.byStatus().containsKey("5xx"))
                .max(Comparator.comparingLong(row -> row.byStatus().get("5xx")))
                .ifPresent(row -> sentences.add(format("%,d answers were 5xx, most of them of %s: %,d.",
                        rows.stream().mapToLong(r -> r.byStatus().getOrDefault("5xx", 0L)).sum(), row.route(),
                        row.byStatus().get("5xx"))));
    }

    private void hosts(List<String> sentences) {
        Map<String, Long> hosts = access.byHost();
        long all = hosts.values().stream().mapToLong(count -> count).sum();
        String most = Collections.max(hosts.entrySet(), Map.Entry.comparingByValue()).getKey();
        if (hosts.size() > 1 && hosts.get(most) > UNEVEN * all / hosts.size()) {
            sentences.add(format("%s got %.0f %% of the requests; an even share of %d hosts were %.0f %%.", most,
                    100.0 * hosts.get(most) / all, hosts.size(), 100.0 / hosts.size()));
        }
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}

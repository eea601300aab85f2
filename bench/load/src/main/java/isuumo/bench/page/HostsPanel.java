package isuumo.bench.page;

import static isuumo.bench.report.Html.text;

import isuumo.bench.hosts.HostSample;
import isuumo.bench.hosts.HostSamples;
import isuumo.bench.report.Svg;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** What each host did in each second of the load, over the same axis as the benchmark's own charts. */
record HostsPanel(List<HostSamples> hosts) {

    String html() {
        StringBuilder out = new StringBuilder();
        hosts.stream().filter(host -> host.samples().size() > 1).forEach(host -> host(out, host));
        return out.toString();
    }

    private static void host(StringBuilder out, HostSamples host) {
        out.append(text("<h2>%s, second by second</h2><div class=\"charts\">", host.host()));
        chart(out, host, "Processor", "cores", line("server", "--score", s -> s.used("server")),
                line("nginx", "--rate", s -> s.used("nginx")), line("database", "--level", s -> s.used("database")),
                line("rest", "--soft", s -> s.used("rest")));
        chart(out, host, "Run queue", "threads", line("run or would", "--score", HostSample::runQueue));
        chart(out, host, "Memory", "MiB", line("not available", "--level", HostSample::memory));
        chart(out, host, "Network", "MB/s", line("in", "--rate", s -> s.networkIn() / 1e6),
                line("out", "--score", s -> s.networkOut() / 1e6));
        chart(out, host, "Disk", "MB/s", line("read", "--rate", s -> s.diskRead() / 1e6),
                line("written", "--score", s -> s.diskWrite() / 1e6));
        if (host.samples().stream().map(HostSample::gcSeconds).anyMatch(Objects::nonNull)) {
            chart(out, host, "Collections", "ms", line("pause", "--bad", s -> 1e3 * orNothing(s.gcSeconds())));
            chart(out, host, "Waiting requests", "requests",
                    line("for a connection to the database", "--level", s -> orNothing(s.poolWaiting())),
                    line("for their turn", "--rate", s -> orNothing(s.workWaiting())),
                    line("refused", "--bad", s -> orNothing(s.refused())));
        }
        if (host.samples().stream().map(HostSample::leaseSeconds).anyMatch(Objects::nonNull)) { // the writer needs none
            chart(out, host, "Lease", "s", line("left", "--good", s -> orNothing(s.leaseSeconds())));
        }
        out.append("</div>");
    }

    private record Series(String name, String colour, ToDoubleFunction<HostSample> value) {}

    private static Series line(String name, String colour, ToDoubleFunction<HostSample> value) {
        return new Series(name, colour, value);
    }

    private static void chart(StringBuilder out, HostSamples host, String title, String unit, Series... series) {
        Svg.Line[] lines = new Svg.Line[series.length];
        out.append(text("<figure><figcaption>%s", title));
        for (int i = 0; i < series.length; i++) {
            ToDoubleFunction<HostSample> value = series[i].value();
            lines[i] = new Svg.Line(series[i].name(), series[i].colour(), false,
                    host.samples().stream().map(value::applyAsDouble).toList());
            out.append(text(" <span class=\"key\" style=\"color:var(%s)\">%s</span>", series[i].colour(),
                    series[i].name()));
        }
        out.append("</figcaption>").append(Svg.chart(host.host() + ": " + title, unit, lines)).append("</figure>");
    }

    private static double orNothing(Double value) {
        return value == null ? 0 : value;
    }
}

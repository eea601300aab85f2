package isuumo.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Two runs side by side, each figure with the ratio of the second to the first. Pure. */
public final class Comparison {
    private record Row(String name, double a, double b, String format) {}

    private Comparison() {}

    /** A text table for a terminal. */
    public static String table(Result a, Result b) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("score", a.score(), b.score(), "%,.0f"));
        rows.add(new Row("level", a.level(), b.level(), "%.0f"));
        rows.add(new Row("slow motion", a.variation().slowMotion(), b.variation().slowMotion(), "%.2f"));
        rows.add(new Row("crowd", a.variation().crowd(), b.variation().crowd(), "%.0f"));
        rows.add(new Row("requests/s", a.requests() / a.loadSeconds(), b.requests() / b.loadSeconds(), "%,.0f"));
        rows.add(new Row("application errors", a.errors().application(), b.errors().application(), "%,.0f"));
        rows.add(new Row("bytes a point, received", orNaN(a.receivedBytesPerPoint()),
                orNaN(b.receivedBytesPerPoint()), "%,.0f"));
        a.cpuSeconds().keySet().stream().filter(b.cpuSeconds()::containsKey)
                .forEach(p -> rows.add(new Row("CPU ms a point, " + p, orNaN(a.cpuMillisPerPoint().get(p)),
                        orNaN(b.cpuMillisPerPoint().get(p)), "%.3f")));
        Map<String, Result.EndpointLine> second = new LinkedHashMap<>();
        b.endpoints().forEach(e -> second.put(e.endpoint(), e));
        for (Result.EndpointLine e : a.endpoints()) {
            Result.EndpointLine other = second.get(e.endpoint());
            if (other != null) {
                rows.add(new Row(e.endpoint() + ", p50 ms", e.p50(), other.p50(), "%.2f"));
                rows.add(new Row(e.endpoint() + ", p99 ms", e.p99(), other.p99(), "%.2f"));
            }
        }
        StringBuilder out = new StringBuilder(line("", verdict(a), verdict(b), "B/A"));
        rows.forEach(r -> out.append(line(r.name(), number(r.format(), r.a()), number(r.format(), r.b()), ratio(r))));
        return out.toString();
    }

    private static double orNaN(Double value) {
        return value == null ? Double.NaN : value;
    }

    private static String verdict(Result result) {
        return result.pass() ? "pass" : "FAIL";
    }

    private static String ratio(Row row) {
        return row.a() == 0 || Double.isNaN(row.a()) || Double.isNaN(row.b())
                ? "-"
                : String.format(Locale.ROOT, "%.2f", row.b() / row.a());
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
    }

    private static String line(String name, String a, String b, String ratio) {
        return String.format("%-44s %12s %12s %8s%n", name, a, b, ratio);
    }
}

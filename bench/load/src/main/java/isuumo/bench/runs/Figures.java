package isuumo.bench.runs;

import isuumo.bench.report.Result;
import java.util.LinkedHashMap;
import java.util.Map;

/** The figures of a run that are compared, by name. Times are milliseconds in the rules' time. */
public final class Figures {
    public static final String SCORE = "score";
    public static final String RATE = "requests/s";

    private Figures() {}

    /** In the order in which people read them; without those that a run has not. */
    public static Map<String, Double> of(Result result) {
        Map<String, Double> figures = new LinkedHashMap<>();
        if (result.rate() == 0) {
            figures.put(SCORE, (double) result.score());
        }
        figures.put(RATE, result.requests() / Math.max(0.001, result.loadSeconds()));
        result.cpuMillisPerPoint().forEach((process, millis) -> figures.put("CPU ms a point, " + process, millis));
        for (Result.EndpointLine e : result.endpoints()) {
            figures.put(p50(e.endpoint()), e.p50());
            figures.put(p99(e.endpoint()), e.p99());
        }
        return figures;
    }

    public static String p50(String endpoint) {
        return endpoint + ", p50";
    }

    public static String p99(String endpoint) {
        return endpoint + ", p99";
    }
}

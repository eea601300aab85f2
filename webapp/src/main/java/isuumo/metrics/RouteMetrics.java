package isuumo.metrics;

import io.helidon.webserver.http.Handler;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import isuumo.http.ApiError;
import isuumo.trace.Trace;

/** One route's requests by the first digit of their status. */
public final class RouteMetrics {
    static final int CLASSES = 6;

    private static final int SERVER_ERROR = 5;
    private static final double NANOS = 1e-9;

    private final DistributionDataPoint[] byClass;

    RouteMetrics(DistributionDataPoint[] byClass) {
        this.byClass = byClass;
    }

    /** Counts and times the handler; what it throws is answered further out. */
    public Handler timed(Handler handler) {
        return (request, response) -> {
            long start = System.nanoTime();
            Trace.begin(start, response);
            int statusClass = SERVER_ERROR;
            try {
                handler.handle(request, response);
                statusClass = response.status().code() / 100;
            } catch (ApiError e) {
                statusClass = e.status().code() / 100;
                throw e;
            } finally {
                observe(statusClass, System.nanoTime() - start);
            }
        };
    }

    /** @param statusClass the status' first digit */
    public void observe(int statusClass, long nanos) {
        byClass[statusClass].observe(nanos * NANOS);
    }
}

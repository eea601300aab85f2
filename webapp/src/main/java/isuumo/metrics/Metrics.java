package isuumo.metrics;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * One server's metrics, the JVM's among them. Thread-safe.
 *
 * <p>Each value of a label is a series that whoever collects them keeps for weeks: labels take few values, never what people
 * send nor what counts up.
 */
public final class Metrics {
    private static final double NANOS = 1e-9;
    private static final double[] SECONDS = {.0001, .00025, .0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1,
            2.5,
            5, 10};

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter text = PrometheusTextFormatWriter.create();
    private final Histogram requests = seconds("isuumo_request_seconds",
            "Requests answered, by route and status class, and how long that took.", "route", "status");

    public Metrics() {
        JvmMetrics.builder().register(registry);
    }

    /** Where one route's requests are counted: no look-up a request. */
    public RouteMetrics route(String route) {
        DistributionDataPoint[] byClass = new DistributionDataPoint[RouteMetrics.CLASSES];
        for (int i = 0; i < byClass.length; i++) {
            byClass[i] = requests.labelValues(route, i + "xx");
        }
        return new RouteMetrics(byClass);
    }

    /** @return takes durations in nanoseconds */
    public LongConsumer histogram(String name, String help) {
        Histogram histogram = seconds(name, help);
        return nanos -> histogram.observe(nanos * NANOS);
    }

    /** Without exemplars, which nobody asks for: a timer that samples them took 15 % of a busy server's processor time. */
    private Histogram seconds(String name, String help, String... labels) {
        return Histogram.builder().name(name).help(help).labelNames(labels).classicOnly().classicUpperBounds(SECONDS)
                .withoutExemplars().register(registry);
    }

    public void gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder().name(name).help(help).callback(out -> out.call(value.getAsDouble()))
                .register(registry);
    }

    /** @param value empty: not told */
    public void gauge(String name, String help, Supplier<OptionalDouble> value) {
        GaugeWithCallback.builder().name(name).help(help).callback(out -> value.get().ifPresent(out::call))
                .register(registry);
    }

    /** One gauge for each value of a label. */
    public void gauges(String name, String help, String label, Supplier<Map<String, ? extends Number>> values) {
        GaugeWithCallback.builder().name(name).help(help).labelNames(label)
                .callback(out -> values.get().forEach((key, value) -> out.call(value.doubleValue(), key)))
                .register(registry);
    }

    public void counter(String name, String help, DoubleSupplier value) {
        CounterWithCallback.builder().name(name).help(help).callback(out -> out.call(value.getAsDouble()))
                .register(registry);
    }

    /** One counter for each value of a label. */
    public void counters(String name, String help, String label, Supplier<Map<String, ? extends Number>> values) {
        CounterWithCallback.builder().name(name).help(help).labelNames(label)
                .callback(out -> values.get().forEach((key, value) -> out.call(value.doubleValue(), key)))
                .register(registry);
    }

    /** {@code GET /metrics} */
    public void send(ServerRequest request, ServerResponse response) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 << 10);
        try {
            text.write(bytes, registry.scrape(), EscapingScheme.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        response.header(HeaderNames.CONTENT_TYPE, PrometheusTextFormatWriter.CONTENT_TYPE);
        response.send(bytes.toByteArray());
    }
}

package isuumo.trace;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One request's stages, one after the other, which its answer tells in {@code Server-Timing} (W3C Server Timing) in milliseconds if
 * they took long. nginx writes that into its log and gives it to nobody. Of the thread that serves the request: elsewhere nothing
 * is noted.
 */
public final class Trace {
    private static final HeaderName SERVER_TIMING = HeaderNames.create("Server-Timing");
    /** What is told of took longer. */
    private static final long SLOW_NANOS = 5_000_000;
    /** What took less is no stage of its own: its time is the next one's. */
    private static final long NEGLIGIBLE_NANOS = 100_000;
    private static final double MILLI = 1e-6;
    private static final ThreadLocal<Trace> CURRENT = new ThreadLocal<>();

    private final long start;
    private long reached;
    private Map<String, Long> stages;

    Trace(long start) {
        this.start = start;
        reached = start;
    }

    /** Begins one on this thread, in place of the request before. */
    public static void begin(long nanoTime, ServerResponse response) {
        Trace trace = new Trace(nanoTime);
        CURRENT.set(trace);
        response.beforeSend(
                () -> trace.told(System.nanoTime()).ifPresent(timing -> response.header(SERVER_TIMING, timing)));
    }

    /** What this thread's request has done, or waited for, since the stage before. */
    public static void reached(String stage) {
        Trace trace = CURRENT.get();
        if (trace != null) {
            trace.note(stage, System.nanoTime());
        }
    }

    void note(String stage, long now) {
        if (now - reached >= NEGLIGIBLE_NANOS) {
            if (stages == null) {
                stages = new LinkedHashMap<>();
            }
            stages.merge(stage, now - reached, Long::sum);
            reached = now;
        }
    }

    /** The header's value; empty where it was quick. */
    Optional<String> told(long now) {
        if (now - start <= SLOW_NANOS) {
            return Optional.empty();
        }
        note("answer", now);
        return Optional.of(stages.entrySet().stream()
                .map(stage -> String.format(Locale.ROOT, "%s;dur=%.1f", stage.getKey(), stage.getValue() * MILLI))
                .collect(Collectors.joining(", ")));
    }
}

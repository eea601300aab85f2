package isuumo.bench.run;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** CPU time that processes use while the load is on: this one (always named "benchmark"), and others by their ids. */
public final class CpuMeter {
    private static final String OWN = "benchmark";

    private final Map<String, Long> pids;
    private final Map<String, Double> startSeconds = new LinkedHashMap<>();
    private final Map<String, Double> usedSeconds = new LinkedHashMap<>();

    /** @param pids process ids by the name to report them under */
    public CpuMeter(Map<String, Long> pids) {
        this.pids = Map.copyOf(pids);
    }

    void start() {
        startSeconds.putAll(now());
    }

    void stop() {
        now().forEach((name, seconds) -> usedSeconds.put(name, seconds - startSeconds.getOrDefault(name, 0.0)));
    }

    /** Seconds used between start and stop; a process that has ended meanwhile is left out. */
    public Map<String, Double> usedSeconds() {
        return usedSeconds;
    }

    private Map<String, Double> now() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        var os = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        seconds.put(OWN, os.getProcessCpuTime() / 1e9);
        pids.forEach((name, pid) -> ProcessHandle.of(pid).flatMap(p -> p.info().totalCpuDuration())
                .map(Duration::toNanos).ifPresent(nanos -> seconds.put(name, nanos / 1e9)));
        return seconds;
    }
}

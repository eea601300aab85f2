package isuumo.bench.hosts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * A host in one second, as {@code provisioning/deploy/host/samples.py} writes it. What the application did not tell is null.
 *
 * @param at           the second's end, in seconds since 1970
 * @param cores        there are, or may be used
 * @param cpu          cores used, by "nginx", "server", "database" and "rest"
 * @param busy         cores of the machine that were not idle; in a container other hosts' too
 * @param runQueue     threads that ran or would
 * @param memory       MiB that are not available
 * @param networkIn    bytes, as all bytes here, in this second
 * @param gcSeconds    spent in collections in this second
 * @param refused      requests that the application had no room for in this second
 * @param poolWaiting  requests that wait for a connection to the database
 * @param workWaiting  requests that wait for their turn
 * @param leaseSeconds that the host may still answer
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record HostSample(double at, double cores, Map<String, Double> cpu, double busy,
        @JsonProperty("run_queue") int runQueue,
        double memory, @JsonProperty("network_in") long networkIn, @JsonProperty("network_out") long networkOut,
        @JsonProperty("disk_read") long diskRead, @JsonProperty("disk_write") long diskWrite,
        @JsonProperty("gc_seconds") Double gcSeconds, Double refused, @JsonProperty("pool_waiting") Double poolWaiting,
        @JsonProperty("work_waiting") Double workWaiting, @JsonProperty("lease_seconds") Double leaseSeconds) {

    /** Cores. */
    public double used(String program) {
        return cpu.getOrDefault(program, 0.0);
    }

    /** Cores of all programs of the host. */
    public double used() {
        return cpu.values().stream().mapToDouble(cores -> cores).sum();
    }
}

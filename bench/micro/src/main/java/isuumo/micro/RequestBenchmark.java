package isuumo.micro;

import isuumo.cluster.lease.LeaseTerms;
import isuumo.cluster.lease.Leaseholder;
import isuumo.cluster.lease.Reply;
import isuumo.cluster.lease.Reply.Grant;
import isuumo.gtid.GtidSet;
import isuumo.metrics.Metrics;
import isuumo.metrics.RouteMetrics;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** What several hosts and metrics add to every request: the lease check, and one observation. The clock is the baseline. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Threads(2)
@State(Scope.Benchmark)
public class RequestBenchmark {
    private static final int STATUS_CLASS = 2;

    private final RouteMetrics route = new Metrics().route("/api/chair/search");
    private volatile Leaseholder lease = Leaseholder
            .starting(LeaseTerms.of(TimeUnit.HOURS.toNanos(1), TimeUnit.HOURS.toNanos(1)), System.nanoTime())
            .replied(new Reply(1, Grant.USUAL, GtidSet.EMPTY), System.nanoTime());

    @Benchmark
    public long clock() {
        return System.nanoTime();
    }

    @Benchmark
    public boolean leaseChecked() {
        return lease.mayServe(System.nanoTime());
    }

    @Benchmark
    public void counted() {
        long start = System.nanoTime();
        route.observe(STATUS_CLASS, System.nanoTime() - start);
    }
}

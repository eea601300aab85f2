package isuumo.micro;

import isuumo.index.DenseRows;
import isuumo.index.Point;
import isuumo.index.PointIndex;
import isuumo.index.Ring;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A map search: the 50 most popular estates strictly inside a ring of 14 corners, 0.05 degree in radius. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@State(Scope.Thread)
public class PolygonBenchmark {
    private static final int CORNERS = 14;
    private static final double RADIUS_DEGREES = 0.05;
    private static final int LIMIT = 50;

    @Param({"29500", "295000", "2950000"})
    public int rows;

    private List<Point> points;
    private double[] latitudes;
    private double[] longitudes;
    private List<Point> corners;
    private DenseRows all;
    private PointIndex index;

    @Setup
    public void build() {
        points = new Rows(rows).points();
        latitudes = points.stream().mapToDouble(p -> p.latitude()).toArray();
        longitudes = points.stream().mapToDouble(p -> p.longitude()).toArray();
        corners = Rows.ring(points.getFirst(), CORNERS, RADIUS_DEGREES);
        all = DenseRows.all(rows);
        index = new PointIndex(points);
        Rows.requireSame(indexed(), scanned());
    }

    @Benchmark
    public int[] indexed() {
        return index.first(new Ring(corners), LIMIT, all);
    }

    @Benchmark
    public int[] scanned() {
        return scan(latitudes, longitudes, corners, LIMIT);
    }

    /** Every row in popularity order until enough are found: the even-odd rule; rows and corners have 6 decimals. */
    private static int[] scan(double[] latitudes, double[] longitudes, List<Point> corners, int limit) {
        double[] lat = corners.stream().mapToDouble(p -> p.latitude()).toArray();
        double[] lon = corners.stream().mapToDouble(p -> p.longitude()).toArray();
        int[] found = new int[limit];
        int n = 0;
        for (int row = 0; row < latitudes.length && n < limit; row++) {
            if (inside(lat, lon, latitudes[row], longitudes[row])) {
                found[n++] = row;
            }
        }
        return Arrays.copyOf(found, n);
    }

    static int[] scan(List<Point> points, List<Point> corners, int limit) {
        return scan(points.stream().mapToDouble(p -> p.latitude()).toArray(),
                points.stream().mapToDouble(p -> p.longitude()).toArray(), corners, limit);
    }

    private static boolean inside(double[] lat, double[] lon, double y, double x) {
        boolean inside = false;
        for (int i = 0; i + 1 < lat.length; i++) {
            if (lat[i] > y != lat[i + 1] > y
                    && x < lon[i] + (lon[i + 1] - lon[i]) * (y - lat[i]) / (lat[i + 1] - lat[i])) {
                inside = !inside;
            }
        }
        return inside;
    }
}

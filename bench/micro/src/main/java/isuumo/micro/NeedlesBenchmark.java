package isuumo.micro;

import isuumo.index.DenseRows;
import isuumo.index.Point;
import isuumo.index.PointIndex;
import isuumo.index.Ring;
import java.util.ArrayList;
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

/**
 * The drawing that takes longest: as many corners as are let in, and needles between them so thin that hardly an estate
 * of those in the bounding box lies inside, so that each is tested.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@State(Scope.Thread)
public class NeedlesBenchmark {
    private static final int NEEDLES = 331; // of three corners each
    private static final int LIMIT = 50;
    private static final double MILLIONTH = 1e-6;

    @Param("29500")
    public int rows;

    /** Along the longitudes or the latitudes of the whole country, or over one place where many estates are. */
    @Param({"longitudes", "latitudes", "place"})
    public String along;

    private List<Point> corners;
    private DenseRows all;
    private PointIndex index;

    @Setup
    public void build() {
        List<Point> points = new Rows(rows).points();
        Point first = points.getFirst();
        corners = switch (along) {
            case "longitudes" -> needles(new Point(30, 129), 14, 13, false);
            case "latitudes" -> needles(new Point(30, 129), 13, 14, true);
            default -> needles(new Point(first.latitude() - 0.5, first.longitude() - 0.5), 1, 1, false);
        };
        all = DenseRows.all(rows);
        index = new PointIndex(points);
        Rows.requireSame(index.first(new Ring(corners), rows, all), PolygonBenchmark.scan(points, corners, rows));
    }

    /** A comb in a box: its back on one side, its teeth reach the other. */
    private static List<Point> needles(Point corner, double width, double length, boolean alongLatitudes) {
        List<Point> ring = new ArrayList<>();
        for (int i = 0; i < NEEDLES; i++) {
            double position = width * i / NEEDLES;
            ring.add(at(corner, position, 0, alongLatitudes));
            ring.add(at(corner, position + MILLIONTH, length, alongLatitudes));
            ring.add(at(corner, position + 2 * MILLIONTH, 0, alongLatitudes));
        }
        ring.add(ring.getFirst());
        return ring;
    }

    private static Point at(Point corner, double across, double along, boolean alongLatitudes) {
        return alongLatitudes
                ? Rows.sixDecimals(corner.latitude() + along, corner.longitude() + across)
                : Rows.sixDecimals(corner.latitude() + across, corner.longitude() + along);
    }

    @Benchmark
    public int[] indexed() {
        return index.first(new Ring(corners), LIMIT, all);
    }
}

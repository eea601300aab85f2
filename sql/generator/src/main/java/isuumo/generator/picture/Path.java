package isuumo.generator.picture;

import java.util.Arrays;

/** A closed polygon; curves are short straight pieces. Mutable while it is built, not thread-safe. */
public final class Path {
    private static final int CURVE_PIECES = 12;
    private static final int ELLIPSE_PIECES = 48;

    private double[] xs = new double[16];
    private double[] ys = new double[16];
    private int size;

    /** Starts a path at a point. */
    static Path at(double x, double y) {
        return new Path().to(x, y);
    }

    /** The polygon with the corners {@code x0, y0, x1, y1, …}. */
    static Path of(double... corners) {
        Path path = new Path();
        for (int i = 0; i < corners.length; i += 2) {
            path.to(corners[i], corners[i + 1]);
        }
        return path;
    }

    static Path rectangle(double x, double y, double width, double height) {
        return of(x, y, x + width, y, x + width, y + height, x, y + height);
    }

    static Path rounded(double x, double y, double width, double height, double radius) {
        double r = Math.min(radius, Math.min(width, height) / 2);
        double right = x + width;
        double bottom = y + height;
        return at(x + r, y).to(right - r, y).corner(right, y, right, y + r).to(right, bottom - r)
                .corner(right, bottom, right - r, bottom).to(x + r, bottom).corner(x, bottom, x, bottom - r)
                .to(x, y + r)
                .corner(x, y, x + r, y);
    }

    static Path circle(double centerX, double centerY, double radius) {
        return ellipse(centerX, centerY, radius, radius, 0);
    }

    static Path ellipse(double centerX, double centerY, double radiusX, double radiusY) {
        return ellipse(centerX, centerY, radiusX, radiusY, 0);
    }

    /** An ellipse turned clockwise. */
    static Path ellipse(double centerX, double centerY, double radiusX, double radiusY, double degrees) {
        double cos = StrictMath.cos(StrictMath.toRadians(degrees));
        double sin = StrictMath.sin(StrictMath.toRadians(degrees));
        Path path = new Path();
        for (int i = 0; i < ELLIPSE_PIECES; i++) {
            double angle = 2 * StrictMath.PI * i / ELLIPSE_PIECES;
            double x = radiusX * StrictMath.cos(angle);
            double y = radiusY * StrictMath.sin(angle);
            path.to(centerX + x * cos - y * sin, centerY + x * sin + y * cos);
        }
        return path;
    }

    /** A straight bar between two points. */
    static Path bar(double x0, double y0, double x1, double y1, double thickness) {
        return taper(x0, y0, thickness, x1, y1, thickness);
    }

    /** A straight bar whose thickness changes from one end to the other. */
    static Path taper(double x0, double y0, double thickness0, double x1, double y1, double thickness1) {
        double length = StrictMath.hypot(x1 - x0, y1 - y0);
        double acrossX = -(y1 - y0) / length / 2;
        double acrossY = (x1 - x0) / length / 2;
        return of(x0 + acrossX * thickness0, y0 + acrossY * thickness0, x1 + acrossX * thickness1,
                y1 + acrossY * thickness1,
                x1 - acrossX * thickness1, y1 - acrossY * thickness1, x0 - acrossX * thickness0,
                y0 - acrossY * thickness0);
    }

    /** A bar along the quadratic curve from one point to another, bent towards the control point. */
    static Path bow(double x0, double y0, double controlX, double controlY, double x1, double y1, double thickness) {
        Path middle = at(x0, y0).curve(controlX, controlY, x1, y1);
        Path path = new Path();
        for (int side = 1; side >= -1; side -= 2) {
            for (int step = 0; step < middle.size; step++) {
                int i = side > 0 ? step : middle.size - 1 - step;
                int before = Math.max(0, i - 1);
                int after = Math.min(middle.size - 1, i + 1);
                double alongX = middle.xs[after] - middle.xs[before];
                double alongY = middle.ys[after] - middle.ys[before];
                double scale = side * thickness / 2 / StrictMath.hypot(alongX, alongY);
                path.to(middle.xs[i] - alongY * scale, middle.ys[i] + alongX * scale);
            }
        }
        return path;
    }

    Path to(double x, double y) {
        if (size == xs.length) {
            xs = Arrays.copyOf(xs, 2 * size);
            ys = Arrays.copyOf(ys, 2 * size);
        }
        xs[size] = x;
        ys[size++] = y;
        return this;
    }

    /** Goes on by a quadratic curve. */
    Path curve(double controlX, double controlY, double x, double y) {
        double startX = xs[size - 1];
        double startY = ys[size - 1];
        for (int i = 1; i <= CURVE_PIECES; i++) {
            double t = i / (double) CURVE_PIECES;
            double u = 1 - t;
            to(u * u * startX + 2 * u * t * controlX + t * t * x, u * u * startY + 2 * u * t * controlY + t * t * y);
        }
        return this;
    }

    /** Goes on by a rounded corner: a quarter of an ellipse around what the corner point cuts off. */
    Path corner(double cornerX, double cornerY, double x, double y) {
        double startX = xs[size - 1];
        double startY = ys[size - 1];
        double centerX = startX + x - cornerX;
        double centerY = startY + y - cornerY;
        for (int i = 1; i <= CURVE_PIECES; i++) {
            double angle = StrictMath.PI / 2 * i / CURVE_PIECES;
            double cos = StrictMath.cos(angle);
            double sin = StrictMath.sin(angle);
            to(centerX + (startX - centerX) * cos + (x - centerX) * sin,
                    centerY + (startY - centerY) * cos + (y - centerY) * sin);
        }
        return this;
    }

    int size() {
        return size;
    }

    double x(int i) {
        return xs[i];
    }

    double y(int i) {
        return ys[i];
    }

    double minY() {
        return Arrays.stream(ys, 0, size).min().orElse(0);
    }

    double maxY() {
        return Arrays.stream(ys, 0, size).max().orElse(-1);
    }
}

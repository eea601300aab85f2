package isuumo.generator.picture;

import java.util.Arrays;

/**
 * A 400 x 300 picture that polygons are painted on, later ones over earlier ones. Not thread-safe.
 *
 * <p>Edges are smooth: each row is cut into {@value #SUBROWS} lines, the part of every pixel that a line covers is exact, and
 * the sum is rounded to {@value #COVERAGE_STEPS} steps, which keeps the number of colours small enough for a palette.
 */
public final class Canvas {
    public static final int WIDTH = 400;
    public static final int HEIGHT = 300;

    private static final int SUBROWS = 6;
    private static final int COVERAGE_STEPS = 8;
    private static final double STEPS_PER_SUBROW = COVERAGE_STEPS / (double) SUBROWS;

    private final int[] pixels = new int[WIDTH * HEIGHT];
    private final double[] coverage = new double[WIDTH + 2];
    private double[] crossings = new double[64];
    /** The pixels of {@link #coverage} that are not 0 begin and end here. */
    private int firstTouched;
    private int lastTouched;

    /** The pixels row by row, each 0xRRGGBB. */
    int[] pixels() {
        return pixels;
    }

    /** Paints what the path encloses, by the even-odd rule. */
    public Canvas fill(Path path, int rgb) {
        return fill(path, rgb, 100);
    }

    /** Paints with a transparent colour: 100 covers all, 0 nothing. */
    public Canvas fill(Path path, int rgb, int opacityPercent) {
        int top = Math.max(0, (int) Math.floor(path.minY()));
        int bottom = Math.min(HEIGHT - 1, (int) Math.floor(path.maxY()));
        for (int y = top; y <= bottom; y++) {
            firstTouched = WIDTH;
            lastTouched = 0;
            for (int sub = 0; sub < SUBROWS; sub++) {
                coverLine(path, y + (sub + 0.5) / SUBROWS);
            }
            blendRow(y, rgb, opacityPercent);
        }
        return this;
    }

    private void coverLine(Path path, double y) {
        int count = 0;
        for (int i = 0, previous = path.size() - 1; i < path.size(); previous = i++) {
            double y0 = path.y(previous);
            double y1 = path.y(i);
            if (y0 <= y != y1 <= y) {
                if (count == crossings.length) {
                    crossings = Arrays.copyOf(crossings, 2 * count);
                }
                crossings[count++] = path.x(previous) + (y - y0) / (y1 - y0) * (path.x(i) - path.x(previous));
            }
        }
        Arrays.sort(crossings, 0, count);
        for (int i = 0; i + 1 < count; i += 2) {
            coverSpan(Math.clamp(crossings[i], 0, WIDTH), Math.clamp(crossings[i + 1], 0, WIDTH));
        }
    }

    /** Adds a span to {@link #coverage}, which holds differences: each pixel's own cover is the running sum. */
    private void coverSpan(double from, double to) {
        addEdge(from, 1);
        addEdge(to, -1);
    }

    private void addEdge(double x, int sign) {
        int pixel = (int) x;
        double covered = pixel + 1 - x;
        coverage[pixel] += sign * covered;
        coverage[pixel + 1] += sign * (1 - covered);
        firstTouched = Math.min(firstTouched, pixel);
        lastTouched = Math.max(lastTouched, pixel + 1);
    }

    private void blendRow(int y, int rgb, int opacityPercent) {
        double sum = 0;
        int steps = 0;
        int end = Math.min(WIDTH - 1, lastTouched);
        for (int x = firstTouched; x <= end; x++) {
            if (coverage[x] != 0) {
                sum += coverage[x];
                steps = (int) (sum * STEPS_PER_SUBROW + 0.5);
            }
            int at = y * WIDTH + x;
            if (steps == COVERAGE_STEPS && opacityPercent == 100) {
                pixels[at] = rgb;
            } else if (steps > 0) {
                pixels[at] = Tone.mix(pixels[at], rgb, steps * opacityPercent / (double) (COVERAGE_STEPS * 100));
            }
        }
        if (firstTouched <= lastTouched) {
            Arrays.fill(coverage, firstTouched, lastTouched + 1, 0);
        }
    }
}

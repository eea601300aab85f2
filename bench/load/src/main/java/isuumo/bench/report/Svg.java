package isuumo.bench.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Line charts as inline SVG whose colours are the page's CSS variables, so that they follow light and dark. */
public final class Svg {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 220;
    private static final int LEFT = 64;
    private static final int RIGHT = 16;
    private static final int TOP = 14;
    private static final int BOTTOM = 30;
    private static final int GRID_LINES = 4;

    /** A named line; {@code values[i]} belongs to second i + 1. */
    public record Line(String name, String cssColour, boolean steps, List<Double> values) {}

    private Svg() {}

    /** One chart, of lines that share its axes; the title is read out to those who cannot see it. */
    public static String chart(String title, String unit, Line... lines) {
        double max = Arrays.stream(lines).flatMap(line -> line.values().stream()).mapToDouble(v -> v).max().orElse(1);
        double top = niceCeiling(lines[0].steps() ? Math.max(GRID_LINES, max) : max);
        int seconds = Arrays.stream(lines).mapToInt(line -> line.values().size()).reduce(2, Math::max);
        StringBuilder out = new StringBuilder(String.format(Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">", WIDTH, HEIGHT, title));
        for (int i = 0; i <= GRID_LINES; i++) {
            double value = top * i / GRID_LINES;
            double y = y(value, top);
            out.append(format("<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>", LEFT,
                    WIDTH - RIGHT, y, y));
            out.append(format("<text class=\"axis\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", LEFT - 8, y + 4,
                    label(value)));
        }
        for (int second : ticks(seconds)) {
            out.append(format("<text class=\"axis\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d s</text>",
                    x(second, seconds), HEIGHT - 8, second));
        }
        out.append(format("<text class=\"axis unit\" x=\"%d\" y=\"%d\">%s</text>", LEFT + 4, TOP + 8, unit));
        for (Line line : lines) {
            out.append(format("<polyline class=\"line\" style=\"stroke:var(%s)\" points=\"%s\"/>", line.cssColour(),
                    points(line, top, seconds)));
            out.append(dots(line, top, seconds));
        }
        return out.append("</svg>").toString();
    }

    private static String points(Line line, double top, int seconds) {
        return IntStream.range(0, line.values().size()).mapToObj(i -> {
            String point = format("%.1f,%.1f", x(i + 1, seconds), y(line.values().get(i), top));
            boolean step = line.steps() && i > 0;
            return step ? format("%.1f,%.1f ", x(i + 1, seconds), y(line.values().get(i - 1), top)) + point : point;
        }).collect(Collectors.joining(" "));
    }

    /** Invisible targets with the exact value as tooltip. */
    private static String dots(Line line, double top, int seconds) {
        return IntStream.range(0, line.values().size())
                .mapToObj(i -> format("<circle class=\"dot\" cx=\"%.1f\" cy=\"%.1f\" r=\"5\"><title>%d s: %s %s</title>"
                        + "</circle>", x(i + 1, seconds), y(line.values().get(i), top), i + 1,
                        label(line.values().get(i)), line.name()))
                .collect(Collectors.joining());
    }

    private static double x(int second, int seconds) {
        return LEFT + (WIDTH - LEFT - RIGHT) * (second - 1.0) / (seconds - 1);
    }

    private static double y(double value, double top) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top;
    }

    private static List<Integer> ticks(int seconds) {
        int step = seconds <= 12 ? 2 : seconds <= 30 ? 5 : seconds <= 90 ? 10 : seconds / 6;
        return IntStream.rangeClosed(1, seconds).filter(s -> s % step == 0).boxed().toList();
    }

    /** At least the value; few digits, for the top of an axis. */
    public static double niceCeiling(double value) {
        if (value <= 0) {
            return 1;
        }
        double unit = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : new double[]{1, 1.2, 1.6, 2, 3, 4, 5, 6, 8, 10}) {
            if (value <= step * unit) {
                return step * unit;
            }
        }
        return 10 * unit;
    }

    private static String label(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,.0f", value) : format("%.2f", value);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}

package isuumo.bench.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Pieces of HTML; every value that comes from outside is escaped here. */
public final class Html {
    private Html() {}

    /** Fills the pattern with escaped values. */
    public static String text(String pattern, Object... values) {
        return String.format(pattern, Arrays.stream(values).map(v -> escape(String.valueOf(v))).toArray());
    }

    /** A table's opening and heads; a name that begins with {@code #} is over numbers. */
    public static String table(String... names) {
        return "<div class=\"wide\"><table><thead><tr>" + Arrays.stream(names)
                .map(n -> n.startsWith("#") ? text("<th class=\"n\">%s</th>", n.substring(1)) : text("<th>%s</th>", n))
                .collect(Collectors.joining()) + "</tr></thead><tbody>";
    }

    public static String tableEnd() {
        return "</tbody></table></div>";
    }

    /** Cells with numbers. */
    public static String cells(String... values) {
        return Arrays.stream(values).map(v -> text("<td class=\"n\">%s</td>", v)).collect(Collectors.joining());
    }

    public static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Three significant digits or so. */
    public static String fixed(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}

package isuumo.bench.statements;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * Reads a slow log of MySQL or MariaDB: lines that begin with {@code #} of a statement's figures and, in MariaDB's, of its plan,
 * then the statement, which may have many lines, after {@code use} and {@code SET timestamp}.
 */
final class SlowLog {
    private static final Pattern FIGURES = Pattern.compile(
            "# Query_time: (\\d+)\\.(\\d{6})\\s.*Rows_sent: (\\d+)\\s+Rows_examined: (\\d+)\\b(.*)");
    private static final Pattern EARLIER = Pattern.compile("(?i)(use [^;]+|SET timestamp=\\d+);");
    private static final String EXPLAINED = "# explain: ";
    /** No statement, but the connection's own business. */
    private static final String COMMAND = "# administrator command: ";
    /** MySQL's: what a scan and a sort leave. */
    private static final Pattern HANDLER = Pattern.compile("\\b(Read_\\w+|Sort_rows|Created_tmp_tables): ([1-9]\\d*)");
    /** Of a statement's text, enough to tell it from others. */
    private static final int MOST_CHARACTERS = 1 << 16;

    private final Consumer<Statement> statements;
    private Matcher figures;
    private final List<String> plan = new ArrayList<>();
    private final StringBuilder sql = new StringBuilder();

    private SlowLog(Consumer<Statement> statements) {
        this.statements = statements;
    }

    /** Tells of each statement; of one that the log's end cut off as well, if its figures are there. */
    static void read(Path log, Consumer<Statement> statements) throws IOException {
        SlowLog reader = new SlowLog(statements);
        try (InputStream file = Files.newInputStream(log);
                InputStream in = log.toString().endsWith(".gz") ? new GZIPInputStream(file) : file;
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().forEach(reader::line);
        }
        reader.end();
    }

    private void line(String line) {
        if (line.startsWith("# ") || line.equals("#")) {
            if (!sql.isEmpty()) {
                end();
            }
            Matcher found = FIGURES.matcher(line);
            if (found.matches()) {
                figures = found;
            } else if (figures != null && line.startsWith(COMMAND)) {
                sql.append(line.substring(2));
            } else if (line.startsWith(EXPLAINED)) {
                plan.add(line.substring(EXPLAINED.length()));
            }
        } else if (figures != null && !(sql.isEmpty() && EARLIER.matcher(line).matches())
                && sql.length() < MOST_CHARACTERS) {
            sql.append(line).append('\n');
        }
    }

    private void end() {
        if (figures != null && !sql.isEmpty()) {
            String text = sql.toString().strip();
            statements.accept(new Statement(text.endsWith(";") ? text.substring(0, text.length() - 1) : text,
                    Long.parseLong(figures.group(1)) * 1_000_000 + Long.parseLong(figures.group(2)),
                    Long.parseLong(figures.group(3)), Long.parseLong(figures.group(4)), plan()));
        }
        figures = null;
        plan.clear();
        sql.setLength(0);
    }

    /** "chair const by PRIMARY, 1 row"; of MySQL, which writes no plan, what its tables were asked for. */
    private String plan() {
        if (plan.size() < 2) {
            return HANDLER.matcher(figures.group(5)).results().map(m -> m.group(1) + " " + m.group(2))
                    .collect(Collectors.joining(", "));
        }
        List<String> heads = List.of(plan.getFirst().split("\t", -1));
        return plan.subList(1, plan.size()).stream().map(row -> step(heads, row.split("\t", -1)))
                .collect(Collectors.joining("; "));
    }

    private static String step(List<String> heads, String[] row) {
        String text = value(heads, row, "table") + " " + value(heads, row, "type");
        String key = value(heads, row, "key");
        String extra = value(heads, row, "Extra");
        return text + (key.isEmpty() ? "" : " by " + key) + ", " + value(heads, row, "rows") + " rows"
                + (extra.isEmpty() ? "" : " (" + extra + ")");
    }

    private static String value(List<String> heads, String[] row, String head) {
        int at = heads.indexOf(head);
        return at < 0 || at >= row.length || row[at].equals("NULL") ? "" : row[at];
    }
}

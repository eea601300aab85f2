package isuumo.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Predicate;

/**
 * Statements separated by semicolons, in MySQL's lexical form: strings in single quotes with backslash or doubled-quote
 * escapes, comments from {@code --} to the end of the line.
 *
 * <p>Executed one by one, not as one multi-statement: the driver's option for that would be on for every query.
 */
record SqlScript(String text) {
    static SqlScript read(Path file) throws IOException {
        return new SqlScript(Files.readString(file));
    }

    /** Executes the statements that the predicate accepts, in order, on one connection. */
    void execute(Connection connection, Predicate<String> accepted) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false); // a brace in a description is no JDBC escape
            int start = 0;
            while (start < text.length()) {
                int end = endOfStatement(start);
                String sql = text.substring(start, end).strip();
                if (!sql.isEmpty() && accepted.test(sql)) {
                    statement.execute(sql);
                }
                start = end + 1;
            }
        }
    }

    private int endOfStatement(int start) {
        int i = start;
        while (i < text.length() && text.charAt(i) != ';') {
            if (text.charAt(i) == '\'') {
                i = endOfString(i);
            } else if (text.startsWith("--", i)) {
                int newline = text.indexOf('\n', i);
                i = newline < 0 ? text.length() : newline + 1;
            } else {
                i++;
            }
        }
        return i;
    }

    /** A doubled quote ends one string and starts the next, which comes to the same. */
    private int endOfString(int openingQuote) {
        int i = openingQuote + 1;
        while (i < text.length() && text.charAt(i) != '\'') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i + 1;
    }
}

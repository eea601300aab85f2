package isuumo.http;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The fields of one CSV record in column order, each checked against its column; errors name line and column. */
public final class CsvFields {
    /** {@link Double#parseDouble} takes blanks, hexadecimal digits and type suffixes, too. */
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private final CsvRecord line;
    private int next;

    CsvFields(CsvRecord line) {
        this.line = line;
    }

    /** The next field, as VARCHAR({@code maxChars}) takes it: counted in code points. */
    public String text(String column, int maxChars) {
        String value = next(column);
        if (value.codePointCount(0, value.length()) > maxChars) {
            throw error(column, value.length() + " characters; at most " + maxChars + " fit");
        }
        return value;
    }

    /** The next field, as INTEGER takes it. */
    public int integer(String column) {
        String value = next(column);
        OptionalLong number = Integers.parse(value);
        if (number.isEmpty() || (int) number.getAsLong() != number.getAsLong()) {
            throw error(column, value + " is no whole number of 32 bits");
        }
        return (int) number.getAsLong();
    }

    /** The next field, as an INTEGER that is not negative. */
    public int count(String column) {
        int value = integer(column);
        if (value < 0) {
            throw error(column, value + " is below 0");
        }
        return value;
    }

    /** The next field, as a finite DOUBLE. */
    public double real(String column) {
        String value = next(column);
        double number = DECIMAL.matcher(value).matches() ? Double.parseDouble(value) : Double.NaN;
        if (!Double.isFinite(number)) {
            throw error(column, value + " is no finite decimal number");
        }
        return number;
    }

    /** To be called after the last column. */
    public void end() {
        if (next < line.getFieldCount()) {
            throw ApiError.badRequest("line " + line.getStartingLineNumber() + " has " + line.getFieldCount()
                    + " columns; it takes " + next);
        }
    }

    private String next(String column) {
        if (next >= line.getFieldCount()) {
            throw error(column, "missing; the line has " + line.getFieldCount() + " columns");
        }
        return line.getField(next++);
    }

    private ApiError error(String column, String problem) {
        return ApiError.badRequest(
                "line " + line.getStartingLineNumber() + ", column " + column + ": " + problem);
    }
}

package isuumo.http;

import de.siegmar.fastcsv.reader.CsvRecord;
import isuumo.table.Column;
import isuumo.table.Table;
import isuumo.table.Values;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The fields of one CSV record in column order, each checked against its column; errors name line and column. */
final class CsvFields implements Values<RuntimeException> {
    /** {@link Double#parseDouble} takes blanks, hexadecimal digits and type suffixes, too. */
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private final CsvRecord line;
    private final List<? extends Column<?>> columns;
    private int next;

    CsvFields(CsvRecord line, Table<?> table) {
        this.line = line;
        columns = table.columns();
    }

    @Override
    public String text() {
        Column.Text<?> column = (Column.Text<?>) columns.get(next);
        String value = next(column);
        if (value.codePointCount(0, value.length()) > column.maxChars()) {
            throw error(column, value.length() + " characters; at most " + column.maxChars() + " fit");
        }
        return value;
    }

    @Override
    public int whole() {
        Column.Whole<?> column = (Column.Whole<?>) columns.get(next);
        String value = next(column);
        OptionalLong number = Integers.parse(value);
        if (number.isEmpty() || (int) number.getAsLong() != number.getAsLong()) {
            throw error(column, value + " is no whole number of 32 bits");
        }
        if (column.isStock() && number.getAsLong() < 0) {
            throw error(column, number.getAsLong() + " is below 0");
        }
        return (int) number.getAsLong();
    }

    @Override
    public double real() {
        Column.Real<?> column = (Column.Real<?>) columns.get(next);
        String value = next(column);
        double number = DECIMAL.matcher(value).matches() ? Double.parseDouble(value) : Double.NaN;
        if (!Double.isFinite(number)) {
            throw error(column, value + " is no finite decimal number");
        }
        if (Math.abs(number) > column.max()) {
            throw error(column, value + " is not between -" + column.max() + " and " + column.max());
        }
        return number;
    }

    /** To be called after the last column. */
    void end() {
        if (next < line.getFieldCount()) {
            throw ApiError.badRequest("line " + line.getStartingLineNumber() + " has " + line.getFieldCount()
                    + " columns; it takes " + next);
        }
    }

    private String next(Column<?> column) {
        if (next >= line.getFieldCount()) {
            throw error(column, "missing; the line has " + line.getFieldCount() + " columns");
        }
        return line.getField(next++);
    }

    private ApiError error(Column<?> column, String problem) {
        return ApiError.badRequest(
                "line " + line.getStartingLineNumber() + ", column " + column.key() + ": " + problem);
    }
}

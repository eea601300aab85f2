package isuumo.http;

import isuumo.table.Column;
import isuumo.table.Table;

/** How many bytes a row takes at most as {@link JsonItem#of} encodes it, without encoding it: O(characters), no memory. */
public final class JsonLength {
    /** Quotes, colon and comma of a key; the same of a text, and its quotes. */
    private static final int AROUND_KEY = 4;
    private static final int AROUND_TEXT = 2;
    private static final int BRACES = 2;
    private static final int MAX_DOUBLE = 26;
    /** A backslash, a u and four digits. */
    private static final int UNICODE_ESCAPE = 6;
    private static final int SHORT_ESCAPE = 2;

    private JsonLength() {}

    /** Exact but for fractions, which are taken for the longest that there are. */
    public static <R> int of(Table<R> table, R row) {
        int length = BRACES;
        for (Column<R> column : table.sent()) {
            length += AROUND_KEY + column.key().length() + switch (column) {
                case Column.Whole<R> whole -> Integer.toString(whole.of().applyAsInt(row)).length();
                case Column.Real<R> _ -> MAX_DOUBLE;
                case Column.Text<R> text -> AROUND_TEXT + of(text.of().apply(row));
            };
        }
        return length;
    }

    private static int of(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            length += of(text.charAt(i));
        }
        return length;
    }

    /** Of a surrogate half of what the pair takes. */
    private static int of(char c) {
        return switch (c) {
            case '"', '\\', '\b', '\t', '\n', '\f', '\r' -> SHORT_ESCAPE;
            default -> {
                if (c < ' ') {
                    yield UNICODE_ESCAPE;
                }
                yield c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
            }
        };
    }
}

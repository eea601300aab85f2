package isuumo.catalog;

import isuumo.http.JsonLength;
import isuumo.table.Column;
import isuumo.table.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What rows take in memory.
 *
 * @param bytes an upper bound but for the words: of a row of the usual length some 1,300, of the longest 41,000
 * @param words distinct texts that are looked up: features, colors, kinds; each costs some 160 bytes a segment, and every search
 *            for a feature looks at all features
 */
public record Footprint(long rows, long bytes, long words) {
    public static final Footprint NONE = new Footprint(0, 0, 0);
    /** An item's objects, and its place in the indexes. */
    private static final int BYTES_AN_ITEM = 250;
    /** As text, and compressed, which is not kept where it is longer than the text. */
    private static final int FORMS = 2;

    /** Of an item whose JSON has so many bytes. */
    static long ofItem(int jsonBytes) {
        return BYTES_AN_ITEM + (long) FORMS * jsonBytes;
    }

    /** What rows would take, before anything is made of them. O(characters). */
    static <R> Footprint of(Kind<R, ?> kind, List<R> rows) {
        return new Footprint(rows.size(), rows.stream().mapToLong(row -> bytes(kind.table(), row)).sum(),
                words(kind, rows));
    }

    /** Of one row but its words. */
    public static <R> long bytes(Table<R> table, R row) {
        return ofItem(JsonLength.of(table, row));
    }

    private static <R> long words(Kind<R, ?> kind, List<R> rows) {
        long words = 0;
        for (Column.Text<R> column : kind.searched()) {
            Set<String> distinct = new HashSet<>();
            for (R row : rows) {
                if (distinct.size() <= UploadLimits.WORDS) { // more are too many, however many
                    distinct.addAll(List.of(kind.words(column, column.of().apply(row))));
                }
            }
            words += distinct.size();
        }
        return words;
    }

    public Footprint plus(Footprint other) {
        return new Footprint(rows + other.rows, bytes + other.bytes, words + other.words);
    }

    Footprint minus(Footprint other) {
        return new Footprint(rows - other.rows, bytes - other.bytes, words - other.words);
    }
}

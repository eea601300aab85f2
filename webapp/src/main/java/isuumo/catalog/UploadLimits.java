package isuumo.catalog;

import isuumo.http.CsvUpload;

/**
 * How much of uploads is let in. A row that is longer than usual counts by its bytes.
 *
 * @param fileRows in one file
 * @param rows of the usual length, of all kinds together, those that are there already too: what the heap holds
 * @param atOnce files that are read and stored at the same time
 */
public record UploadLimits(int fileRows, int rows, int atOnce) {
    /** Nothing is refused for its rows. */
    public static final UploadLimits NONE = new UploadLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, 1_000);

    /** Of {@link #rows} on average, as {@link Footprint} counts: the contest's take 1,310. */
    public static final int BYTES_A_ROW = 1_500;

    /**
     * Distinct features, colors and kinds in all: the contest has 120. In each of ten segments they would take 16 MB, and a search
     * for a feature some 200 µs.
     */
    public static final int WORDS = 10_000;

    /**
     * Of files that are read and stored at the same time: one of the largest alone, or some tens of the usual 500 rows. A file
     * takes five times its length meanwhile, as bytes, rows, and encoded.
     */
    static final int BYTES_AT_ONCE = CsvUpload.MAX_BYTES;

    /** Of all rows. */
    public long bytes() {
        return (long) rows * BYTES_A_ROW;
    }
}

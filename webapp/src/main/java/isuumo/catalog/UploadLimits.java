package isuumo.catalog;

/**
 * How much of uploads is let in.
 *
 * @param fileRows in one file
 * @param rows of all kinds together, those that are there already too: what the heap holds
 * @param atOnce files that are read and stored at the same time, each of which may take some tens of megabytes meanwhile
 */
public record UploadLimits(int fileRows, int rows, int atOnce) {
    /** Nothing is refused. */
    public static final UploadLimits NONE = new UploadLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, 1_000);
}

package isuumo.generator;

/**
 * What to make.
 *
 * @param seed    decides every value and every picture
 * @param chairs  rows of {@code isuumo.chair}, ids from 1; the drafts' ids follow on
 * @param estates rows of {@code isuumo.estate}, likewise
 * @param images  whether to draw the 2,000 pictures
 */
public record Options(long seed, int chairs, int estates, boolean images) {
    /** The seed when none is given: the contest was ISUCON's tenth. */
    public static final long DEFAULT_SEED = 10;
    /** The rows of each kind in the contest. */
    public static final int DEFAULT_ROWS = 29_500;

    private static final int MAX_ROWS = 1_000_000;

    public Options {
        check("chairs", chairs);
        check("estates", estates);
    }

    /** The full data set with pictures. */
    public static Options defaults() {
        return new Options(DEFAULT_SEED, DEFAULT_ROWS, DEFAULT_ROWS, true);
    }

    public Options withSeed(long newSeed) {
        return new Options(newSeed, chairs, estates, images);
    }

    /** Other numbers of rows: ids 1 to {@code newChairs} and 1 to {@code newEstates}. */
    public Options withRows(int newChairs, int newEstates) {
        return new Options(seed, newChairs, newEstates, images);
    }

    public Options withoutImages() {
        return new Options(seed, chairs, estates, false);
    }

    private static void check(String name, int rows) {
        if (rows < 1 || rows > MAX_ROWS) {
            throw new IllegalArgumentException(
                    name + "=" + rows + " is out of range: give a number from 1 to " + MAX_ROWS);
        }
    }
}

package isuumo.generator;

/** The bounds of the drawn values, all inclusive: the rules of the data set. Lengths in centimetres, money in yen. */
final class Limits {
    static final int MIN_POPULARITY = 3_000;
    static final int MAX_POPULARITY = 1_000_000;
    static final int MIN_LENGTH_CM = 30;
    static final int MAX_LENGTH_CM = 200;
    static final int MIN_PRICE_YEN = 1_000;
    static final int MAX_PRICE_YEN = 20_000;
    static final int MIN_STOCK = 1;
    static final int MAX_STOCK = 10;
    static final int MIN_RENT_YEN = 30_000;
    static final int MAX_RENT_YEN = 200_000;
    static final int MAX_FEATURES = 3;
    static final double CITY_DEVIATION_DEGREES = 0.3;

    static final int DESCRIPTIONS = 1_000;
    static final int THUMBNAILS = 1_000;

    private Limits() {}

    static int lengthCm(Dice dice) {
        return dice.between(MIN_LENGTH_CM, MAX_LENGTH_CM);
    }

    static int popularity(Dice dice) {
        return dice.between(MIN_POPULARITY, MAX_POPULARITY);
    }
}

package isuumo.index;

/** A rectangle in whole millionths of a degree, its border included. */
record Box(int minLatitude, int minLongitude, int maxLatitude, int maxLongitude) {
    /** Holds nothing. */
    static final Box EMPTY = new Box(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE);

    /** The smallest one that holds this one and a place. */
    Box with(int latitude, int longitude) {
        return and(new Box(latitude, longitude, latitude, longitude));
    }

    /** The smallest one that holds both. */
    Box and(Box other) {
        return new Box(Math.min(minLatitude, other.minLatitude), Math.min(minLongitude, other.minLongitude),
                Math.max(maxLatitude, other.maxLatitude), Math.max(maxLongitude, other.maxLongitude));
    }

    /** What lies in both. */
    Box within(Box other) {
        return new Box(Math.max(minLatitude, other.minLatitude), Math.max(minLongitude, other.minLongitude),
                Math.min(maxLatitude, other.maxLatitude), Math.min(maxLongitude, other.maxLongitude));
    }
}

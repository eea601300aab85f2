package isuumo.index;

/** A place in degrees (WGS 84). A record, so that latitude and longitude are never swapped unnoticed. */
public record Point(double latitude, double longitude) {
    /** Both coordinates as {@code %.6f} prints them, in whole millionths of a degree. */
    Point inMillionths() {
        return new Point(SixDecimals.millionths(latitude), SixDecimals.millionths(longitude));
    }
}

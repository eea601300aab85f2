package isuumo.index;

/** A place in degrees (WGS 84). A record, so that latitude and longitude are never swapped unnoticed. */
public record Point(double latitude, double longitude) {
    /** Both coordinates as {@code %.6f} prints them. */
    Point rounded() {
        return new Point(SixDecimals.round(latitude), SixDecimals.round(longitude));
    }
}

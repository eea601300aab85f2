package isuumo.bench.data;

/** A place in degrees (WGS 84). */
public record Point(double latitude, double longitude) {}

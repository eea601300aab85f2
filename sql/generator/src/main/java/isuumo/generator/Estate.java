package isuumo.generator;

/**
 * An estate as the truth files hold it: the JSON keys are the components, in this order. Door sizes in centimetres, rent in
 * yen, coordinates in degrees (WGS 84); {@code features} is joined with commas and may be empty.
 */
public record Estate(int id, String thumbnail, String name, String description, double latitude, double longitude,
        String address, int rent, int doorHeight, int doorWidth, String features, int popularity) {}

package isuumo.store;

/** A row of table {@code estate}; coordinates in degrees, rent in yen a month, door in centimetres. */
public record EstateRow(int id, String name, String description, String thumbnail, String address, double latitude,
        double longitude, int rent, int doorHeight, int doorWidth, String features, int popularity) {}

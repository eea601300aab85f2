package isuumo.store;

/** A row of table {@code chair}; lengths in centimetres, price in yen, stock in pieces. */
public record ChairRow(int id, String name, String description, String thumbnail, int price, int height, int width,
        int depth, String color, String features, String kind, int popularity, int stock) {}

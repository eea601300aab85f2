package isuumo.generator;

/**
 * A chair as the truth files hold it: the JSON keys are the components, in this order. Lengths in centimetres, price in yen;
 * {@code features} is joined with commas and may be empty.
 */
public record Chair(int id, String name, String description, String thumbnail, int price, int height, int width,
        int depth,
        String color, String features, String kind, int popularity, int stock) {

    Chair withStock(int newStock) {
        return new Chair(id, name, description, thumbnail, price, height, width, depth, color, features, kind,
                popularity,
                newStock);
    }
}

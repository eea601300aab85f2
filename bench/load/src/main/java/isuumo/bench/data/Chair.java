package isuumo.bench.data;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;

/** A chair as the data files have it; lengths in centimetres, price in yen. Immutable. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Chair(int id, String name, String description, String thumbnail, int price, int height, int width,
        int depth, String color, String features, String kind, int popularity, int stock) implements Item {

    @Override
    public boolean sameOnWire(Item item) {
        return item instanceof Chair other && id == other.id && price == other.price && height == other.height
                && width == other.width && depth == other.depth && Objects.equals(name, other.name)
                && Objects.equals(description, other.description) && Objects.equals(thumbnail, other.thumbnail)
                && Objects.equals(color, other.color) && Objects.equals(features, other.features)
                && Objects.equals(kind, other.kind);
    }

    /** The same chair with another number in stock. */
    public Chair withStock(int pieces) {
        return new Chair(id, name, description, thumbnail, price, height, width, depth, color, features, kind,
                popularity, pieces);
    }
}

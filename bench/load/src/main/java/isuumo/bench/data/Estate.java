package isuumo.bench.data;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Objects;

/** An estate as the data files have it; degrees, yen a month, centimetres. Immutable. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Estate(int id, String thumbnail, String name, String description, double latitude, double longitude,
        String address, int rent, @JsonAlias("door_height") int doorHeight, @JsonAlias("door_width") int doorWidth,
        String features, int popularity) implements Item {

    @Override
    public boolean sameOnWire(Item item) {
        return item instanceof Estate other && id == other.id && rent == other.rent && doorHeight == other.doorHeight
                && doorWidth == other.doorWidth && latitude == other.latitude && longitude == other.longitude
                && Objects.equals(thumbnail, other.thumbnail) && Objects.equals(name, other.name)
                && Objects.equals(description, other.description) && Objects.equals(address, other.address)
                && Objects.equals(features, other.features);
    }

    public Point point() {
        return new Point(latitude, longitude);
    }
}

package isuumo.bench.answers;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import isuumo.bench.data.Chair;
import isuumo.bench.data.Estate;
import java.util.List;

/** The contract's JSON, key by key in its order. */
public final class WireJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private WireJson() {}

    public static ObjectNode chair(Chair chair) {
        return NODES.objectNode().put("id", chair.id()).put("name", chair.name())
                .put("description", chair.description()).put("thumbnail", chair.thumbnail())
                .put("price", chair.price()).put("height", chair.height()).put("width", chair.width())
                .put("depth", chair.depth()).put("color", chair.color()).put("features", chair.features())
                .put("kind", chair.kind());
    }

    public static ObjectNode estate(Estate estate) {
        return NODES.objectNode().put("id", estate.id()).put("thumbnail", estate.thumbnail())
                .put("name", estate.name()).put("description", estate.description())
                .put("latitude", estate.latitude()).put("longitude", estate.longitude())
                .put("address", estate.address()).put("rent", estate.rent()).put("doorHeight", estate.doorHeight())
                .put("doorWidth", estate.doorWidth()).put("features", estate.features());
    }

    public static ObjectNode chairs(List<Chair> chairs) {
        ArrayNode list = NODES.arrayNode();
        chairs.forEach(c -> list.add(chair(c)));
        return NODES.objectNode().set("chairs", list);
    }

    public static ObjectNode estates(List<Estate> estates) {
        ArrayNode list = NODES.arrayNode();
        estates.forEach(e -> list.add(estate(e)));
        return NODES.objectNode().set("estates", list);
    }

    /** The list with a {@code count} before it. */
    public static ObjectNode counted(long count, ObjectNode list) {
        ObjectNode node = NODES.objectNode().put("count", count);
        return node.setAll(list);
    }
}

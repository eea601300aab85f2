package isuumo.chair;

import isuumo.gzip.Part;
import isuumo.http.JsonItem;
import isuumo.index.WordIndex;
import isuumo.segment.Item;
import isuumo.store.ChairRow;

/**
 * A chair as the catalog keeps it: what is searched, and the JSON that is sent.
 *
 * @param color and kind: the same object in every chair of that color or kind, so that an index over them reads little
 * @param features {@link WordIndex#tokens} of the chair's text
 * @param shortSides what a door must let through, worked out once
 * @param json the contract's object, encoded once
 */
record Chair(int id, int popularity, int price, int height, int width, int depth, String color, String kind,
        String[] features, ShortSides shortSides, Part json) implements Item {

    static Chair of(ChairRow row) {
        return new Chair(row.id(), row.popularity(), row.price(), row.height(), row.width(), row.depth(),
                row.color().intern(), row.kind().intern(), WordIndex.tokens(row.features()),
                ShortSides.of(row.height(), row.width(), row.depth()), new Part(json(row)));
    }

    /** Keys in the contract's order; popularity and stock are never sent. */
    private static byte[] json(ChairRow row) {
        return new JsonItem()
                .put("id", row.id())
                .put("name", row.name())
                .put("description", row.description())
                .put("thumbnail", row.thumbnail())
                .put("price", row.price())
                .put("height", row.height())
                .put("width", row.width())
                .put("depth", row.depth())
                .put("color", row.color())
                .put("features", row.features())
                .put("kind", row.kind())
                .toBytes();
    }
}

package isuumo.estate;

import isuumo.gzip.Part;
import isuumo.http.JsonItem;
import isuumo.index.Point;
import isuumo.index.WordIndex;
import isuumo.segment.Item;
import isuumo.store.EstateRow;

/**
 * An estate as the catalog keeps it: what is searched, and the JSON that is sent.
 *
 * @param features {@link WordIndex#tokens} of the estate's text
 * @param json the contract's object, encoded once
 */
record Estate(int id, int popularity, int rent, int doorHeight, int doorWidth, Point place, String[] features,
        Part json) implements Item {

    static Estate of(EstateRow row) {
        return new Estate(row.id(), row.popularity(), row.rent(), row.doorHeight(), row.doorWidth(),
                new Point(row.latitude(), row.longitude()), WordIndex.tokens(row.features()), new Part(json(row)));
    }

    /** Keys in the contract's order; popularity is never sent. */
    private static byte[] json(EstateRow row) {
        return new JsonItem()
                .put("id", row.id())
                .put("thumbnail", row.thumbnail())
                .put("name", row.name())
                .put("description", row.description())
                .put("latitude", row.latitude())
                .put("longitude", row.longitude())
                .put("address", row.address())
                .put("rent", row.rent())
                .put("doorHeight", row.doorHeight())
                .put("doorWidth", row.doorWidth())
                .put("features", row.features())
                .toBytes();
    }
}

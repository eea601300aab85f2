package isuumo.chair;

import isuumo.catalog.ItemForm;
import isuumo.catalog.ItemInput;
import isuumo.catalog.ItemOutput;
import isuumo.catalog.Kind;
import isuumo.catalog.Kind.Ranged;
import isuumo.catalog.Kind.Valued;
import isuumo.gzip.Part;
import isuumo.http.JsonItem;
import isuumo.index.WordIndex;
import isuumo.segment.Item;
import isuumo.table.ChairRow;
import java.io.IOException;
import java.util.List;

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

    static final Kind<ChairRow, Chair> KIND = new Kind<>("A", ChairRow.TABLE, Chair::of, new Form(), Chair::json,
            Chair::price,
            List.of(new Ranged<>("price", Chair::price), new Ranged<>("height", Chair::height),
                    new Ranged<>("width", Chair::width), new Ranged<>("depth", Chair::depth)),
            List.of(new Valued<>("kind", Chair::kind), new Valued<>("color", Chair::color)), Chair::features);

    /** All but what follows from the rest. */
    private static final class Form implements ItemForm<Chair> {
        @Override
        public void write(Chair chair, ItemOutput out) throws IOException {
            out.whole(chair.id);
            out.whole(chair.popularity);
            out.whole(chair.price);
            out.whole(chair.height);
            out.whole(chair.width);
            out.whole(chair.depth);
            out.word(chair.color);
            out.word(chair.kind);
            out.words(chair.features);
            out.part(chair.json);
        }

        @Override
        public Chair read(ItemInput in) throws IOException {
            return new Chair(in.whole(), in.whole(), in.whole(), in.whole(), in.whole(), in.whole(), in.word(),
                    in.word(),
                    in.words(), in.part());
        }
    }

    private Chair(int id, int popularity, int price, int height, int width, int depth, String color, String kind,
            String[] features, Part json) {
        this(id, popularity, price, height, width, depth, color, kind, features, ShortSides.of(height, width, depth),
                json);
    }

    static Chair of(ChairRow row) {
        return new Chair(row.id(), row.popularity(), row.price(), row.height(), row.width(), row.depth(),
                row.color().intern(), row.kind().intern(), WordIndex.tokens(row.features()),
                new Part(JsonItem.of(ChairRow.TABLE, row)));
    }
}

package isuumo.estate;

import isuumo.catalog.ItemForm;
import isuumo.catalog.ItemInput;
import isuumo.catalog.ItemOutput;
import isuumo.catalog.Kind;
import isuumo.catalog.Kind.Ranged;
import isuumo.gzip.Part;
import isuumo.http.JsonItem;
import isuumo.index.Point;
import isuumo.index.WordIndex;
import isuumo.segment.Item;
import isuumo.table.EstateRow;
import java.io.IOException;
import java.util.List;

/**
 * An estate as the catalog keeps it: what is searched, and the JSON that is sent.
 *
 * @param features {@link WordIndex#tokens} of the estate's text
 * @param json the contract's object, encoded once
 */
record Estate(int id, int popularity, int rent, int doorHeight, int doorWidth, Point place, String[] features,
        Part json) implements Item {

    static final Kind<EstateRow, Estate> KIND = new Kind<>("An", EstateRow.TABLE, Estate::of, new Form(), Estate::json,
            Estate::rent, List.of(new Ranged<>("doorHeight", Estate::doorHeight),
                    new Ranged<>("doorWidth", Estate::doorWidth), new Ranged<>("rent", Estate::rent)),
            List.of(), Estate::features);

    private static final class Form implements ItemForm<Estate> {
        @Override
        public void write(Estate estate, ItemOutput out) throws IOException {
            out.whole(estate.id);
            out.whole(estate.popularity);
            out.whole(estate.rent);
            out.whole(estate.doorHeight);
            out.whole(estate.doorWidth);
            out.real(estate.place.latitude());
            out.real(estate.place.longitude());
            out.words(estate.features);
            out.part(estate.json);
        }

        @Override
        public Estate read(ItemInput in) throws IOException {
            return new Estate(in.whole(), in.whole(), in.whole(), in.whole(), in.whole(),
                    new Point(in.real(), in.real()), in.words(), in.part());
        }
    }

    static Estate of(EstateRow row) {
        return new Estate(row.id(), row.popularity(), row.rent(), row.doorHeight(), row.doorWidth(),
                new Point(row.latitude(), row.longitude()), WordIndex.tokens(row.features()),
                new Part(JsonItem.of(EstateRow.TABLE, row)));
    }
}

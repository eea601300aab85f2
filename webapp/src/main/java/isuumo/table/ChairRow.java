package isuumo.table;

import static isuumo.table.Column.text;
import static isuumo.table.Column.whole;

import java.util.List;

/** A row of table {@code chair}; lengths in centimetres, price in yen, stock in pieces. */
public record ChairRow(int id, String name, String description, String thumbnail, int price, int height, int width,
        int depth, String color, String features, String kind, int popularity, int stock) {

    /** Popularity and stock are never sent. */
    public static final Table<ChairRow> TABLE = new Table<>("chair", List.of(
            whole("id", ChairRow::id),
            text("name", 64, ChairRow::name),
            text("description", 4096, ChairRow::description),
            text("thumbnail", 128, ChairRow::thumbnail),
            whole("price", ChairRow::price),
            whole("height", ChairRow::height),
            whole("width", ChairRow::width),
            whole("depth", ChairRow::depth),
            text("color", 64, ChairRow::color),
            text("features", 64, ChairRow::features),
            text("kind", 64, ChairRow::kind),
            whole("popularity", ChairRow::popularity),
            Column.stock("stock", ChairRow::stock)),
            List.of("id", "name", "description", "thumbnail", "price", "height", "width", "depth", "color", "features",
                    "kind")) {
        @Override
        public <E extends Exception> ChairRow row(Values<E> v) throws E {
            return new ChairRow(v.whole(), v.text(), v.text(), v.text(), v.whole(), v.whole(), v.whole(), v.whole(),
                    v.text(), v.text(), v.text(), v.whole(), v.whole());
        }
    };

    public ChairRow withStock(int pieces) {
        return new ChairRow(id, name, description, thumbnail, price, height, width, depth, color, features, kind,
                popularity, pieces);
    }
}

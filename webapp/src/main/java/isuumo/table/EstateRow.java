package isuumo.table;

import static isuumo.table.Column.real;
import static isuumo.table.Column.text;
import static isuumo.table.Column.whole;

import java.util.List;

/** A row of table {@code estate}; coordinates in degrees, rent in yen a month, door in centimetres. */
public record EstateRow(int id, String name, String description, String thumbnail, String address, double latitude,
        double longitude, int rent, int doorHeight, int doorWidth, String features, int popularity) {

    /** Popularity is never sent. */
    public static final Table<EstateRow> TABLE = new Table<>("estate", List.of(
            whole("id", EstateRow::id),
            text("name", 64, EstateRow::name),
            text("description", 4096, EstateRow::description),
            text("thumbnail", 128, EstateRow::thumbnail),
            text("address", 128, EstateRow::address),
            real("latitude", 90, EstateRow::latitude),
            real("longitude", 180, EstateRow::longitude),
            whole("rent", EstateRow::rent),
            whole("door_height", EstateRow::doorHeight),
            whole("door_width", EstateRow::doorWidth),
            text("features", 64, EstateRow::features),
            whole("popularity", EstateRow::popularity)),
            List.of("id", "thumbnail", "name", "description", "latitude", "longitude", "address", "rent", "doorHeight",
                    "doorWidth", "features")) {
        @Override
        public <E extends Exception> EstateRow row(Values<E> v) throws E {
            return new EstateRow(v.whole(), v.text(), v.text(), v.text(), v.text(), v.real(), v.real(), v.whole(),
                    v.whole(), v.whole(), v.text(), v.whole());
        }
    };
}

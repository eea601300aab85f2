package isuumo.testing;

import isuumo.store.ChairRow;
import isuumo.store.EstateRow;

/** Rows like the real ones, but for what a test is about. */
public final class Rows {
    private Rows() {}

    /** In stock, and with an id of the caller's choice. */
    public static ChairRow chair(int id) {
        ChairRow r = TestData.get().chair(1);
        return new ChairRow(id, r.name(), r.description(), r.thumbnail(), r.price(), r.height(), r.width(), r.depth(),
                r.color(), r.features(), r.kind(), r.popularity(), 1);
    }

    public static EstateRow estate(int id) {
        EstateRow r = TestData.get().estate(1);
        return new EstateRow(id, r.name(), r.description(), r.thumbnail(), r.address(), r.latitude(), r.longitude(),
                r.rent(), r.doorHeight(), r.doorWidth(), r.features(), r.popularity());
    }

    public static ChairRow stock(ChairRow r, int stock) {
        return new ChairRow(r.id(), r.name(), r.description(), r.thumbnail(), r.price(), r.height(), r.width(),
                r.depth(), r.color(), r.features(), r.kind(), r.popularity(), stock);
    }

    public static ChairRow price(ChairRow r, int price) {
        return new ChairRow(r.id(), r.name(), r.description(), r.thumbnail(), price, r.height(), r.width(), r.depth(),
                r.color(), r.features(), r.kind(), r.popularity(), r.stock());
    }

    public static ChairRow sizes(ChairRow r, int height, int width, int depth) {
        return new ChairRow(r.id(), r.name(), r.description(), r.thumbnail(), r.price(), height, width, depth,
                r.color(), r.features(), r.kind(), r.popularity(), r.stock());
    }

    public static ChairRow texts(ChairRow r, String color, String features, String kind) {
        return new ChairRow(r.id(), r.name(), r.description(), r.thumbnail(), r.price(), r.height(), r.width(),
                r.depth(), color, features, kind, r.popularity(), r.stock());
    }

    public static ChairRow popularity(ChairRow r, int popularity) {
        return new ChairRow(r.id(), r.name(), r.description(), r.thumbnail(), r.price(), r.height(), r.width(),
                r.depth(), r.color(), r.features(), r.kind(), popularity, r.stock());
    }

    public static ChairRow described(ChairRow r, String name, String description) {
        return new ChairRow(r.id(), name, description, r.thumbnail(), r.price(), r.height(), r.width(), r.depth(),
                r.color(), r.features(), r.kind(), r.popularity(), r.stock());
    }

    public static EstateRow described(EstateRow r, String name, String description) {
        return new EstateRow(r.id(), name, description, r.thumbnail(), r.address(), r.latitude(), r.longitude(),
                r.rent(), r.doorHeight(), r.doorWidth(), r.features(), r.popularity());
    }

    public static EstateRow rent(EstateRow r, int rent) {
        return new EstateRow(r.id(), r.name(), r.description(), r.thumbnail(), r.address(), r.latitude(),
                r.longitude(), rent, r.doorHeight(), r.doorWidth(), r.features(), r.popularity());
    }

    public static EstateRow door(EstateRow r, int height, int width, int popularity) {
        return new EstateRow(r.id(), r.name(), r.description(), r.thumbnail(), r.address(), r.latitude(),
                r.longitude(), r.rent(), height, width, r.features(), popularity);
    }

    public static EstateRow place(EstateRow r, double latitude, double longitude) {
        return new EstateRow(r.id(), r.name(), r.description(), r.thumbnail(), r.address(), latitude, longitude,
                r.rent(), r.doorHeight(), r.doorWidth(), r.features(), r.popularity());
    }

    public static EstateRow features(EstateRow r, String features, int popularity) {
        return new EstateRow(r.id(), r.name(), r.description(), r.thumbnail(), r.address(), r.latitude(),
                r.longitude(), r.rent(), r.doorHeight(), r.doorWidth(), features, popularity);
    }
}

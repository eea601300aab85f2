package isuumo.estate;

import isuumo.http.JsonText;
import isuumo.http.Page;
import isuumo.index.Point;
import isuumo.index.Ring;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** All that an estate catalog can answer, as texts: equal catalogs have equal views. */
public final class EstateCatalogView {
    private static final Page ALL = new Page(0, Integer.MAX_VALUE);
    private static final Ring JAPAN = new Ring(List.of(new Point(20, 120), new Point(20, 150), new Point(50, 150),
            new Point(50, 120), new Point(20, 120)));

    private EstateCatalogView() {}

    public static List<String> of(EstateCatalog catalog, List<Integer> ids) {
        List<String> view = new ArrayList<>();
        for (int id : ids) {
            view.add(id + " " + text(catalog.detail(id)));
        }
        view.add(text(catalog.lowPriced()));
        view.add(text(catalog.nazotte(JAPAN)));
        view.add(text(catalog.passing(60, 90)));
        EstateConditions conditions = catalog.conditions();
        IntStream.range(0, conditions.doorHeight().size()).forEach(id -> view.add(search(catalog, id, -1, -1)));
        IntStream.range(0, conditions.doorWidth().size()).forEach(id -> view.add(search(catalog, -1, id, -1)));
        IntStream.range(0, conditions.rent().size()).forEach(id -> view.add(search(catalog, -1, -1, id)));
        return view;
    }

    private static String search(EstateCatalog catalog, int doorHeight, int doorWidth, int rent) {
        return text(catalog.search(new EstateCriteria(doorHeight, doorWidth, rent, "", ALL)));
    }

    static String text(JsonText json) {
        return text(json.plain());
    }

    private static String text(byte[] json) {
        return json == null ? "none" : new String(json, StandardCharsets.UTF_8);
    }
}

package isuumo.chair;

import isuumo.http.JsonText;
import isuumo.http.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** All that a chair catalog can answer, as texts: equal catalogs have equal views. */
public final class ChairCatalogView {
    private static final Page ALL = new Page(0, Integer.MAX_VALUE);

    private ChairCatalogView() {}

    public static List<String> of(ChairCatalog catalog, List<Integer> ids) {
        List<String> view = new ArrayList<>();
        for (int id : ids) {
            view.add(id + " " + text(catalog.detail(id)) + " " + catalog.shortSides(id));
        }
        view.add(text(catalog.lowPriced()));
        ChairConditions conditions = catalog.conditions();
        IntStream.range(0, conditions.price().size()).forEach(id -> view.add(search(catalog, id, -1, -1, -1)));
        IntStream.range(0, conditions.height().size()).forEach(id -> view.add(search(catalog, -1, id, -1, -1)));
        IntStream.range(0, conditions.width().size()).forEach(id -> view.add(search(catalog, -1, -1, id, -1)));
        IntStream.range(0, conditions.depth().size()).forEach(id -> view.add(search(catalog, -1, -1, -1, id)));
        return view;
    }

    private static String search(ChairCatalog catalog, int price, int height, int width, int depth) {
        return text(catalog.search(new ChairCriteria(price, height, width, depth, "", "", "", ALL)));
    }

    static String text(JsonText json) {
        return text(json.plain());
    }

    private static String text(byte[] json) {
        return json == null ? "none" : new String(json, StandardCharsets.UTF_8);
    }
}

package isuumo.estate;

import isuumo.catalog.Criteria;
import isuumo.http.JsonText;
import isuumo.http.Page;
import isuumo.index.Point;
import isuumo.index.Range;
import isuumo.index.Ring;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

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
        List<List<Range>> ranges = catalog.conditions().ranges();
        for (int i = 0; i < ranges.size(); i++) {
            for (int id = 0; id < ranges.get(i).size(); id++) {
                int[] rangeIds = {-1, -1, -1};
                rangeIds[i] = id;
                view.add(text(catalog.search(new Criteria(rangeIds, new String[]{}, "", ALL))));
            }
        }
        return view;
    }

    static String text(JsonText json) {
        return text(json.plain());
    }

    private static String text(byte[] json) {
        return json == null ? "none" : new String(json, StandardCharsets.UTF_8);
    }
}

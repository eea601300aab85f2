package isuumo.chair;

import isuumo.catalog.Criteria;
import isuumo.http.JsonText;
import isuumo.http.Page;
import isuumo.index.Range;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

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
        List<List<Range>> ranges = catalog.conditions().ranges();
        for (int i = 0; i < ranges.size(); i++) {
            for (int id = 0; id < ranges.get(i).size(); id++) {
                int[] rangeIds = {-1, -1, -1, -1};
                rangeIds[i] = id;
                view.add(text(catalog.search(new Criteria(rangeIds, new String[]{"", ""}, "", ALL))));
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

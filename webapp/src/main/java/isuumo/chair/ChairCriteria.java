package isuumo.chair;

import isuumo.http.ApiError;
import isuumo.http.Page;
import isuumo.http.Params;

/**
 * A chair search: range ids ({@link Params#ABSENT} sets no condition), texts (empty sets none) and the page.
 *
 * @param features comma-separated words; each must occur in a chair's features
 */
public record ChairCriteria(int price, int height, int width, int depth, String kind, String color, String features,
        Page page) {

    /** Checks in the contract's order: ranges, no condition at all, page, perPage. */
    static ChairCriteria of(Params params, ChairConditions conditions) {
        int price = params.rangeId("priceRangeId", conditions.price().size());
        int height = params.rangeId("heightRangeId", conditions.height().size());
        int width = params.rangeId("widthRangeId", conditions.width().size());
        int depth = params.rangeId("depthRangeId", conditions.depth().size());
        String kind = params.text("kind");
        String color = params.text("color");
        String features = params.text("features");
        boolean noRange = (price & height & width & depth) == Params.ABSENT;
        if (noRange && kind.isEmpty() && color.isEmpty() && features.isEmpty()) {
            throw ApiError.badRequest("No search condition; set at least one of priceRangeId, heightRangeId, "
                    + "widthRangeId, depthRangeId, kind, color, features");
        }
        return new ChairCriteria(price, height, width, depth, kind, color, features, Page.of(params));
    }
}

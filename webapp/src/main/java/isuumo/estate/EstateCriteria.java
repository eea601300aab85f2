package isuumo.estate;

import isuumo.http.ApiError;
import isuumo.http.Page;
import isuumo.http.Params;

/**
 * An estate search: range ids ({@link Params#ABSENT} sets no condition), features (empty sets none) and the page.
 *
 * @param features comma-separated words; each must occur in an estate's features
 */
public record EstateCriteria(int doorHeight, int doorWidth, int rent, String features, Page page) {

    /** Checks in the contract's order: ranges, no condition at all, page, perPage. */
    static EstateCriteria of(Params params, EstateConditions conditions) {
        int doorHeight = params.rangeId("doorHeightRangeId", conditions.doorHeight().size());
        int doorWidth = params.rangeId("doorWidthRangeId", conditions.doorWidth().size());
        int rent = params.rangeId("rentRangeId", conditions.rent().size());
        String features = params.text("features");
        if ((doorHeight & doorWidth & rent) == Params.ABSENT && features.isEmpty()) {
            throw ApiError.badRequest("No search condition; set at least one of doorHeightRangeId, "
                    + "doorWidthRangeId, rentRangeId, features");
        }
        return new EstateCriteria(doorHeight, doorWidth, rent, features, Page.of(params));
    }
}

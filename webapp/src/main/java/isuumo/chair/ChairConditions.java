package isuumo.chair;

import isuumo.data.ConditionDocument;
import isuumo.http.KeptJson;
import isuumo.index.Range;
import java.util.List;

/** The chair search condition document and its ranges. Immutable. */
public record ChairConditions(KeptJson json, List<Range> price, List<Range> height, List<Range> width,
        List<Range> depth) {

    public static ChairConditions of(ConditionDocument document) {
        return new ChairConditions(new KeptJson(document.bytes()), document.ranges("price"), document.ranges("height"),
                document.ranges("width"), document.ranges("depth"));
    }
}

package isuumo.chair;

import isuumo.data.ConditionDocument;
import isuumo.index.Range;
import java.util.List;

/** The chair search condition document and its ranges. Immutable. */
public record ChairConditions(byte[] json, List<Range> price, List<Range> height, List<Range> width,
        List<Range> depth) {

    public static ChairConditions of(ConditionDocument document) {
        return new ChairConditions(document.bytes(), document.ranges("price"), document.ranges("height"),
                document.ranges("width"), document.ranges("depth"));
    }
}

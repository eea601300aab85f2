package isuumo.estate;

import isuumo.data.ConditionDocument;
import isuumo.http.KeptJson;
import isuumo.index.Range;
import java.util.List;

/** The estate search condition document and its ranges. Immutable. */
public record EstateConditions(KeptJson json, List<Range> doorHeight, List<Range> doorWidth, List<Range> rent) {

    public static EstateConditions of(ConditionDocument document) {
        return new EstateConditions(new KeptJson(document.bytes()), document.ranges("doorHeight"),
                document.ranges("doorWidth"),
                document.ranges("rent"));
    }
}

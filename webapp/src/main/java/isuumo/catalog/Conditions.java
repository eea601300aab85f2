package isuumo.catalog;

import isuumo.data.ConditionDocument;
import isuumo.http.KeptJson;
import isuumo.index.Range;
import java.util.List;

/**
 * A search condition document. Immutable.
 *
 * @param ranges by {@link Kind#ranges}
 */
public record Conditions(KeptJson json, List<List<Range>> ranges) {

    public static Conditions of(ConditionDocument document, Kind<?, ?> kind) {
        return new Conditions(new KeptJson(document.bytes()),
                kind.ranges().stream().map(ranged -> document.ranges(ranged.key())).toList());
    }
}

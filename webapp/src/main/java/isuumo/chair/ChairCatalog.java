package isuumo.chair;

import isuumo.catalog.Catalog;
import isuumo.catalog.Conditions;
import isuumo.catalog.ItemIndex;
import isuumo.catalog.Rows;
import isuumo.data.ConditionDocument;
import isuumo.segment.Segments;
import isuumo.table.ChairRow;
import java.io.DataInput;
import java.io.IOException;
import java.util.List;

/** All chairs at one moment. */
public final class ChairCatalog extends Catalog<ChairRow, Chair, ItemIndex<Chair>, ChairCatalog> {
    private <E extends Exception> ChairCatalog(Rows<ChairRow, E> rows, Conditions conditions) throws E {
        super(Chair.KIND, rows, conditions, ranked -> new ItemIndex<>(Chair.KIND, ranked, conditions));
    }

    private ChairCatalog(DataInput in, Conditions conditions) throws IOException {
        super(Chair.KIND, in, conditions, ranked -> new ItemIndex<>(Chair.KIND, ranked, conditions));
    }

    private ChairCatalog(ChairCatalog before, Segments<Chair, ItemIndex<Chair>> chairs) {
        super(before, chairs);
    }

    /** By what chairs are searched. */
    public static Conditions conditions(ConditionDocument document) {
        return Conditions.of(document, Chair.KIND);
    }

    /** O(n log n). Rows in any order. */
    public static ChairCatalog of(List<ChairRow> rows, Conditions conditions) {
        return of(rows::forEach, conditions);
    }

    /** The same, of rows that nobody holds. */
    public static <E extends Exception> ChairCatalog of(Rows<ChairRow, E> rows, Conditions conditions) throws E {
        return new ChairCatalog(rows, conditions);
    }

    /** As the one that {@linkplain #write wrote it}. */
    public static ChairCatalog read(DataInput in, Conditions conditions) throws IOException {
        return new ChairCatalog(in, conditions);
    }

    @Override
    protected ChairCatalog next(Segments<Chair, ItemIndex<Chair>> next) {
        return new ChairCatalog(this, next);
    }

    @Override
    protected ChairCatalog self() {
        return this;
    }

    /** The chair's two shortest sides, or null when there is no such chair; stock does not matter. */
    public ShortSides shortSides(long id) {
        Chair chair = segments().item(id);
        return chair == null ? null : chair.shortSides();
    }
}

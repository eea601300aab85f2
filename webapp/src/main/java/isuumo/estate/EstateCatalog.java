package isuumo.estate;

import isuumo.catalog.Catalog;
import isuumo.catalog.Conditions;
import isuumo.catalog.Rows;
import isuumo.data.ConditionDocument;
import isuumo.http.JsonText;
import isuumo.index.Ring;
import isuumo.segment.Item;
import isuumo.segment.Segments;
import isuumo.table.EstateRow;
import java.io.DataInput;
import java.io.IOException;
import java.util.List;

/** All estates at one moment. */
public final class EstateCatalog extends Catalog<EstateRow, Estate, EstateIndex, EstateCatalog> {
    private static final int RECOMMENDED_LIMIT = 20;
    private static final int NAZOTTE_LIMIT = 50;

    private <E extends Exception> EstateCatalog(Rows<EstateRow, E> rows, Conditions conditions) throws E {
        super(Estate.KIND, rows, conditions, ranked -> new EstateIndex(ranked, conditions));
    }

    private EstateCatalog(DataInput in, Conditions conditions) throws IOException {
        super(Estate.KIND, in, conditions, ranked -> new EstateIndex(ranked, conditions));
    }

    private EstateCatalog(EstateCatalog before, Segments<Estate, EstateIndex> estates) {
        super(before, estates);
    }

    /** By what estates are searched. */
    public static Conditions conditions(ConditionDocument document) {
        return Conditions.of(document, Estate.KIND);
    }

    /** O(n log n). Rows in any order. */
    public static EstateCatalog of(List<EstateRow> rows, Conditions conditions) {
        return of(rows::forEach, conditions);
    }

    /** The same, of rows that nobody holds. */
    public static <E extends Exception> EstateCatalog of(Rows<EstateRow, E> rows, Conditions conditions) throws E {
        return new EstateCatalog(rows, conditions);
    }

    /** As the one that {@linkplain #write wrote it}. */
    public static EstateCatalog read(DataInput in, Conditions conditions) throws IOException {
        return new EstateCatalog(in, conditions);
    }

    @Override
    protected EstateCatalog next(Segments<Estate, EstateIndex> next) {
        return new EstateCatalog(this, next);
    }

    @Override
    protected EstateCatalog self() {
        return this;
    }

    /** {@code {"count":N,"estates":[…]}}: at most 50 strictly inside the ring, and their number. */
    JsonText nazotte(Ring ring) {
        return counted(segments().first(NAZOTTE_LIMIT, Item.RANK,
                (index, shown) -> index.inside(ring, NAZOTTE_LIMIT, shown)));
    }

    /**
     * {@code {"estates":[…]}}: the 20 most popular whose door lets a thing through.
     *
     * @param shortest the thing's shortest side in centimetres
     * @param second its second shortest side
     */
    public JsonText passing(int shortest, int second) {
        return plain(segments().first(RECOMMENDED_LIMIT, Item.RANK,
                (index, shown) -> index.passing(shortest, second, RECOMMENDED_LIMIT, shown)));
    }
}

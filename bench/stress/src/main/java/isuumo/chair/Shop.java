package isuumo.chair;

import isuumo.catalog.CatalogPosition;
import isuumo.catalog.CatalogPosition.Replay;
import isuumo.catalog.Conditions;
import isuumo.catalog.Inquiries;
import isuumo.catalog.UploadDoor;
import isuumo.catalog.UploadLimits;
import isuumo.catalog.WriteGate;
import isuumo.catalog.WritePath;
import isuumo.cluster.Barrier;
import isuumo.gtid.GtidSet;
import isuumo.http.KeptJson;
import isuumo.index.Range;
import isuumo.segment.Prepared;
import isuumo.table.ChairRow;
import isuumo.table.RowChange;
import isuumo.table.RowChange.StockChanged;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The server's own chairs, position and gate over a table in memory, with a change feed that brings what it is told to.
 * Who would start a merge makes it.
 */
public final class Shop {
    /** The one that is sold and delivered. */
    public static final int CHAIR = 1;
    /** Another one. */
    public static final int OTHER = 2;
    /** The first of those that are uploaded. */
    public static final int FIRST_NEW = 3;

    private static final Conditions CONDITIONS = new Conditions(new KeptJson(new byte[0]),
            Collections.nCopies(Chair.KIND.ranges().size(), List.of(new Range(-1, -1))));
    /** Of both chairs, in stock. */
    public static final ChairCatalog INITIAL = ChairCatalog.of(List.of(row(CHAIR), row(OTHER)), CONDITIONS);
    /** With a third, and in two segments, which are to be merged. */
    static final ChairCatalog UNMERGED = INITIAL.after(RowChange.inserted(uploaded(1)));

    private final CatalogPosition position = new CatalogPosition();
    private final WriteGate gate = new WriteGate();
    private final MemoryTable table;
    private final Chairs chairs;

    private Shop(boolean tracked, ChairCatalog first) {
        table = new MemoryTable(tracked);
        Inquiries none = new Inquiries(null, Barrier.NONE); // the table always tells
        chairs = new Chairs(table, new WritePath(new UploadDoor(UploadLimits.NONE), gate, position,
                Barrier.NONE, none, Runnable::run));
        rebuild(GtidSet.EMPTY, first);
    }

    /** Beside a change feed. */
    public static Shop followed() {
        return new Shop(true, INITIAL);
    }

    static Shop followed(ChairCatalog first) {
        return new Shop(true, first);
    }

    /** Without one. */
    static Shop alone() {
        return new Shop(false, INITIAL);
    }

    private static ChairRow row(int id) {
        return new ChairRow(id, "chair", "", "", 1000, 50, 50, 50, "red", "", "stool", id, 1);
    }

    /** So many rows that no catalog has yet. */
    public static List<ChairRow> uploaded(int count) {
        return IntStream.range(FIRST_NEW, FIRST_NEW + count).mapToObj(Shop::row).toList();
    }

    public Chairs chairs() {
        return chairs;
    }

    CatalogPosition position() {
        return position;
    }

    WriteGate gate() {
        return gate;
    }

    MemoryTable table() {
        return table;
    }

    /** Whether a piece was sold to a customer of this server. */
    boolean buy() {
        return chairs.buy(CHAIR);
    }

    /** Whether anything was committed, which other hosts may show. */
    public boolean hasCommitted() {
        return !table.log().isEmpty();
    }

    /** Whether lists hold {@link #CHAIR}. */
    boolean shows() {
        return chairs.catalog().shows(CHAIR);
    }

    /** Publishes, by nobody's order, that {@link #CHAIR} is sold out. */
    void hide() {
        chairs.replay(List.of(new StockChanged<>(CHAIR, 1, 0)), Prepared.none(), GtidSet.EMPTY);
    }

    void rebuild(GtidSet executed, ChairCatalog built) {
        position.rebuild(_ -> {
            chairs.publish(built);
            return Optional.of(executed);
        }, () -> {});
    }

    /** The feed brings the first so many transactions, in one publication, of which the position may cover some. */
    void replay(int count) {
        List<List<RowChange<ChairRow>>> log = table.log().subList(0, count);
        position.replay(before -> {
            List<RowChange<ChairRow>> news = IntStream.range(0, count)
                    .filter(i -> !before.covers(MemoryTable.upTo(i + 1))).mapToObj(log::get).flatMap(List::stream)
                    .toList();
            chairs.replay(news, chairs.prepare(news), MemoryTable.upTo(count));
            return new Replay(MemoryTable.upTo(count), !news.isEmpty());
        }, _ -> {});
    }
}

package isuumo.chair;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import isuumo.catalog.ItemIndex;
import isuumo.catalog.Items;
import isuumo.catalog.WritePath;
import isuumo.gtid.GtidSet;
import isuumo.http.ApiError;
import isuumo.http.JsonBody;
import isuumo.http.Params;
import isuumo.outcome.Outcome;
import isuumo.store.Database;
import isuumo.store.RowStore;
import isuumo.store.RowWrites;
import isuumo.store.RowWrites.Sale;
import isuumo.table.ChairRow;
import isuumo.table.RowChange;
import isuumo.table.RowChange.StockChanged;
import isuumo.table.RowChange.Updated;
import isuumo.trace.Trace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The chairs that are served; those alone are sold, from top to bottom in {@link #buy}. Thread-safe. */
public final class Chairs extends Items<ChairRow, Chair, ItemIndex<Chair>, ChairCatalog> {
    private final RowWrites<ChairRow> store;
    private final WritePath path;
    /** Last pieces that were sold here and that the change feed has not brought yet; guarded by the position's lock. */
    private final Map<Integer, GtidSet> soldAhead = new HashMap<>();

    public Chairs(Database database, WritePath path) {
        this(new RowStore<>(database, ChairRow.TABLE), path);
    }

    Chairs(RowWrites<ChairRow> store, WritePath path) {
        super(Chair.KIND, store, path);
        this.store = store;
        this.path = path;
    }

    /** Receives an order for one piece, sells it, shows on every host what that leaves, and then says so. */
    public void buy(ServerRequest request, ServerResponse response) {
        JsonBody.email(request);
        long id = Params.id(request);
        boolean sold = buy(id);
        Trace.reached("hosts");
        if (!sold) {
            throw ApiError.notFound("There is no chair " + id + ", or it is sold out");
        }
        response.send();
    }

    /** What a buyer is told, and what must have happened on every host before. */
    private sealed interface Attempt {
        record Sold() implements Attempt {}

        record SoldLast(GtidSet commit) implements Attempt {}

        record RefusedByCatalog() implements Attempt {}

        record RefusedByDatabase() implements Attempt {}

        record Again() implements Attempt {}
    }

    /**
     * Sells one piece: stores, publishes, waits. When it was the last, or none was left, no list or detail asked for after
     * this returned shows the chair, on any host.
     *
     * @return false when there is no such chair or it is sold out
     * @throws Outcome when neither is known, or not every host is known to show it
     */
    boolean buy(long id) {
        awaitArrival(id);
        while (true) {
            switch (attempt(id)) {
                case Attempt.Sold() -> {
                    path.barrier().confirm();
                    return true;
                }
                case Attempt.SoldLast(GtidSet commit) -> {
                    path.barrier().await(commit);
                    return true;
                }
                case Attempt.RefusedByCatalog() -> {
                    path.barrier().awaitShown();
                    return false;
                }
                case Attempt.RefusedByDatabase() -> {
                    path.barrier().awaitCommitted();
                    return false;
                }
                case Attempt.Again() -> {
                    // with the stock that has come meanwhile
                }
            }
        }
    }

    private Attempt attempt(long id) {
        try (var _ = path.gate().enter()) {
            long raises = path.position().raises();
            if (id != (int) id || knows() && !catalog().shows(id)) {
                return new Attempt.RefusedByCatalog(); // stock that the database has beyond is on its way in the feed
            }
            Optional<Sale> sale = sell((int) id);
            if (sale.isEmpty()) { // its buyer is about to publish the same
                boolean published = path.position().publishUnlessRaised(raises, () -> showSoldOut((int) id));
                return published ? new Attempt.RefusedByDatabase() : new Attempt.Again();
            }
            if (sale.get().left() > 0) {
                return new Attempt.Sold();
            }
            GtidSet commit = sale.get().commit();
            path.publish(commit, () -> {
                showSoldOut((int) id);
                if (!commit.isEmpty()) { // else there is no feed
                    soldAhead.put((int) id, commit);
                }
            });
            return new Attempt.SoldLast(commit);
        }
    }

    private Optional<Sale> sell(int id) {
        try {
            return store.sell(id);
        } catch (Outcome.Unknown e) {
            inquire(List.of(id));
            throw e;
        }
    }

    /** Else only the database knows what there is not. */
    private boolean knows() {
        return catalog() != null && !path.position().owesOwn();
    }

    @Override
    protected List<RowChange<ChairRow>> news(List<RowChange<ChairRow>> changes, GtidSet after) {
        soldAhead.values().removeIf(after::covers);
        return soldAhead.isEmpty() ? changes : changes.stream().map(this::news).toList();
    }

    /** An older delivery must not bring back a chair whose newer last piece was sold here. */
    private RowChange<ChairRow> news(RowChange<ChairRow> change) {
        return switch (change) {
            case StockChanged<ChairRow> stock when soldAhead.containsKey(stock.id()) -> stock.unlessBackInStock();
            case Updated<ChairRow>(var row, var stock) when soldAhead.containsKey(row.id()) ->
                new Updated<>(row, stock.unlessBackInStock());
            default -> change;
        };
    }
}

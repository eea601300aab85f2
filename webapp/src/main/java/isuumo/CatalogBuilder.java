package isuumo;

import isuumo.InitialCatalogs.Searches;
import isuumo.catalog.UploadLimits;
import isuumo.chair.ChairCatalog;
import isuumo.estate.EstateCatalog;
import isuumo.gtid.GtidSet;
import isuumo.store.Database;
import isuumo.store.InitialRows;
import isuumo.store.Snapshot;
import isuumo.store.Snapshots;
import isuumo.table.ChairRow;
import isuumo.table.EstateRow;
import isuumo.table.RowChange;
import isuumo.table.Table;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.logging.Logger;

/**
 * Builds both catalogs from the database's rows: those of the initial rows first, where they are known, and from these the
 * ones to serve. The former are kept for {@code POST /initialize}, and share nearly all memory with the latter.
 *
 * <p>Rows are encoded as they come: none is held beside what is made of it.
 */
final class CatalogBuilder {
    private static final Logger LOG = Logger.getLogger(CatalogBuilder.class.getName());

    private final Snapshots snapshots;
    private final Searches searches;
    private final UploadLimits limits;
    private final LongConsumer counted;

    /**
     * New catalogs.
     *
     * @param position transactions that they hold
     * @param initial empty where it is not known which rows were the initial ones, and how they were
     */
    record Built(GtidSet position, ChairCatalog chairs, EstateCatalog estates, Optional<InitialCatalogs> initial) {}

    /**
     * @param limits for how many rows there is room
     * @param counted is told how many there are, before it is read what they are
     */
    CatalogBuilder(Database database, Searches searches, UploadLimits limits, LongConsumer counted) {
        snapshots = new Snapshots(database);
        this.searches = searches;
        this.limits = limits;
        this.counted = counted;
    }

    /**
     * @param kept gives the catalogs of the initial rows where they are there already, so that these rows need not be read:
     *            the database itself says that they are the same
     * @return empty when the replica has not executed all of {@code atLeast}
     * @throws OverfullException when there is no room for the rows; few of them are in memory then
     */
    Optional<Built> build(GtidSet atLeast, Function<Optional<InitialRows>, Optional<InitialCatalogs>> kept)
            throws SQLException {
        long start = System.nanoTime();
        Optional<Built> built = snapshots.read(atLeast, rows -> of(rows, kept));
        built.ifPresent(
                _ -> LOG.info(() -> "built the catalogs in " + (System.nanoTime() - start) / 1_000_000 + " ms"));
        return built;
    }

    private Built of(Snapshot rows, Function<Optional<InitialRows>, Optional<InitialCatalogs>> kept)
            throws SQLException {
        long count = rows.count();
        counted.accept(count);
        Room room = new Room(limits);
        room.requireRows(count);
        HeapSize.check(count);
        Optional<InitialRows> known = rows.initial();
        Optional<InitialCatalogs> found = kept.apply(known);
        if (known.isEmpty()) {
            ChairCatalog chairs = ChairCatalog.of(to -> rows.rows(ChairRow.TABLE, room.of(ChairRow.TABLE, to)),
                    searches.chairs());
            EstateCatalog estates = EstateCatalog.of(to -> rows.rows(EstateRow.TABLE, room.of(EstateRow.TABLE, to)),
                    searches.estates());
            return new Built(rows.position(), chairs, estates, Optional.empty());
        }
        InitialCatalogs initial = found.isPresent() ? found.get() : initial(rows, known.get());
        room.take(initial.footprint());
        return new Built(rows.position(), initial.chairs().after(added(rows, ChairRow.TABLE, room)),
                initial.estates().after(added(rows, EstateRow.TABLE, room)), Optional.of(initial));
    }

    private static <R> List<RowChange<R>> added(Snapshot rows, Table<R> table, Room room) throws SQLException {
        return rows.sinceInitial(table, room.of(table, _ -> {}));
    }

    private InitialCatalogs initial(Snapshot rows, InitialRows known) throws SQLException {
        Room room = new Room(limits);
        ChairCatalog chairs = ChairCatalog.of(
                to -> rows.initialRows(ChairRow.TABLE, room.of(ChairRow.TABLE, to)), searches.chairs());
        return new InitialCatalogs(known, chairs, EstateCatalog.of(
                to -> rows.initialRows(EstateRow.TABLE, room.of(EstateRow.TABLE, to)), searches.estates()));
    }
}

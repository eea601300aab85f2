package isuumo.store;

import isuumo.gtid.GtidSet;
import isuumo.table.Column;
import isuumo.table.RowChange;
import isuumo.table.RowChange.Inserted;
import isuumo.table.RowChange.StockChanged;
import isuumo.table.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Both tables as the replica has them at one moment. For {@link Snapshots#read} only; confined to one thread. */
public final class Snapshot {
    private static final String COUNT = "SELECT (SELECT COUNT(*) FROM isuumo.chair) "
            + "+ (SELECT COUNT(*) FROM isuumo.estate)";

    private final Connection connection;
    private final GtidSet position;
    private final OwnChanges ownChanges;

    Snapshot(Connection connection, GtidSet position, OwnChanges ownChanges) {
        this.connection = connection;
        this.position = position;
        this.ownChanges = ownChanges;
    }

    /**
     * Transactions that the rows hold; the rows may hold later ones beside, but none of these is missing. Empty where commits
     * are not tracked.
     */
    public GtidSet position() {
        return position;
    }

    /** How many rows both tables have. */
    public long count() throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(COUNT)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Which rows the initial ones are, if all of them are there, and unchanged but for the stock: by checksum, in a pass over all rows. */
    public Optional<InitialRows> initial() throws SQLException {
        return InitialRows.heldButForStock(connection);
    }

    /** All rows, as they are. */
    public <R> void rows(Table<R> table, Consumer<R> to) throws SQLException {
        RowReader.read(connection, table, "SELECT " + columns(table, "content") + " FROM isuumo." + table.name()
                + " AS content", to);
    }

    /** The initial rows, with the stock that they had. */
    public <R> void initialRows(Table<R> table, Consumer<R> to) throws SQLException {
        RowReader.read(connection, table, "SELECT " + columns(table, "initial") + InitialJoin.fromBoth(table), to);
    }

    /**
     * Rows that were added to the initial ones, and stock that is not the initial one: where {@link #initial} knows those, that
     * is all.
     *
     * @param seen hears of each such row as it comes
     */
    public <R> List<RowChange<R>> sinceInitial(Table<R> table, Consumer<R> seen) throws SQLException {
        List<RowChange<R>> changes = new ArrayList<>();
        RowReader.read(connection, table, "SELECT " + columns(table, "content") + InitialJoin.fromAdded(table),
                row -> {
                    seen.accept(row);
                    changes.add(new Inserted<>(row));
                });
        if (table.stock().isPresent()) {
            readStock(table, table.stock().get().name(), changes);
        }
        ownChanges.found(table, changes);
        return changes;
    }

    private <R> void readStock(Table<R> table, String stock, List<RowChange<R>> to) throws SQLException {
        String sql = "SELECT content.id, initial.%1$s, content.%1$s".formatted(stock) + InitialJoin.fromBoth(table)
                + " WHERE content.%1$s <> initial.%1$s".formatted(stock);
        try (Statement statement = RowReader.streaming(connection); ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                to.add(new StockChanged<>(result.getInt(1), result.getInt(2), result.getInt(3)));
            }
        }
    }

    /** @param ofStock where the stock stands */
    private static String columns(Table<?> table, String ofStock) {
        return table.columns().stream().map(column -> switch (column) {
            case Column.Whole<?> whole when whole.isStock() -> ofStock + "." + whole.name();
            default -> "content." + column.name();
        }).collect(Collectors.joining(", "));
    }
}

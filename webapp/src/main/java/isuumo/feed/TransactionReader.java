package isuumo.feed;

import com.github.shyiko.mysql.binlog.event.DeleteRowsEventData;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventHeaderV4;
import com.github.shyiko.mysql.binlog.event.GtidEventData;
import com.github.shyiko.mysql.binlog.event.MariadbGtidEventData;
import com.github.shyiko.mysql.binlog.event.QueryEventData;
import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import com.github.shyiko.mysql.binlog.event.UpdateRowsEventData;
import com.github.shyiko.mysql.binlog.event.WriteRowsEventData;
import isuumo.gtid.GtidSet;
import isuumo.table.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Puts events together to transactions. One of them, at most {@code maxChanges} row changes, is held at a time: more are
 * cheaper read from the tables. Confined to the feed's thread; one for each connection.
 *
 * <p>A transaction starts with its GTID and ends with XID (InnoDB) or a textual COMMIT; a statement that is no row change
 * and stands outside of such a frame is a transaction of its own. MariaDB leaves the textual BEGIN out.
 */
final class TransactionReader {
    private final int maxChanges;
    private final List<TableRows<?>> followed;
    private final Map<Long, TableRows<?>> rowsByTableId = new HashMap<>();
    private GtidSet id = GtidSet.EMPTY;
    private boolean framed;

    TransactionReader(int maxChanges, List<Table<?>> tables) {
        this.maxChanges = maxChanges;
        followed = tables.stream().<TableRows<?>>map(TableRows::new).toList();
    }

    /** The transaction that is being read; empty between two. */
    GtidSet current() {
        return id;
    }

    /** @return the transaction that this event completed */
    Optional<Transaction> read(Event event) throws LostTrackException {
        switch (event.getHeader().getEventType()) {
            case GTID -> begin(((GtidEventData) event.getData()).getMySqlGtid().toString(), false);
            case MARIADB_GTID -> beginOfMariaDb(event);
            case TABLE_MAP -> describe(event.getData());
            case WRITE_ROWS, EXT_WRITE_ROWS -> inserted(event.getData());
            case UPDATE_ROWS, EXT_UPDATE_ROWS -> updated(event.getData());
            case DELETE_ROWS, EXT_DELETE_ROWS -> deleted(event.getData());
            case QUERY -> {
                return statement(event.getData());
            }
            case XID -> {
                return Optional.of(end());
            }
            case XA_PREPARE -> { // rows that a later transaction commits, or not
                discard();
                return Optional.of(end());
            }
            case FORMAT_DESCRIPTION, ROTATE, STOP, PREVIOUS_GTIDS, MARIADB_GTID_LIST, BINLOG_CHECKPOINT, HEARTBEAT,
                    ROWS_QUERY, ANNOTATE_ROWS, IGNORABLE, INTVAR, RAND, USER_VAR, TRANSACTION_CONTEXT, VIEW_CHANGE -> {
                // tell nothing about rows
            }
            case TRANSACTION_PAYLOAD ->
                throw new LostTrackException("transaction " + id + " is compressed; no session may "
                        + "set binlog_transaction_compression=ON");
            default -> throw new LostTrackException("event " + event.getHeader().getEventType() + " cannot be read"
                    + "; are events compressed (MariaDB), or transactions tagged or without a GTID?");
        }
        return Optional.empty();
    }

    private void begin(String gtid, boolean hasFrame) {
        id = GtidSet.parse(gtid);
        framed = hasFrame;
        discard(); // of an unfinished one before a reconnect there is nothing: each connection has a new reader
        rowsByTableId.clear();
    }

    private void beginOfMariaDb(Event event) {
        MariadbGtidEventData gtid = (MariadbGtidEventData) event.getData();
        long server = ((EventHeaderV4) event.getHeader()).getServerId(); // the data's own is not filled in
        begin(gtid.getDomainId() + "-" + server + "-" + gtid.getSequence(),
                (gtid.getFlags() & MariadbGtidEventData.FL_STANDALONE) == 0);
    }

    private void describe(TableMapEventData event) throws LostTrackException {
        if (event.getDatabase().equalsIgnoreCase("isuumo")) {
            for (TableRows<?> rows : followed) {
                if (rows.table().name().equalsIgnoreCase(event.getTable())) {
                    rows.describe(event);
                    rowsByTableId.put(event.getTableId(), rows);
                }
            }
        }
    }

    private void inserted(WriteRowsEventData event) throws LostTrackException {
        TableRows<?> rows = rowsByTableId.get(event.getTableId());
        if (rows != null) {
            rows.inserted(event);
            limit();
        }
    }

    private void updated(UpdateRowsEventData event) throws LostTrackException {
        TableRows<?> rows = rowsByTableId.get(event.getTableId());
        if (rows != null) {
            rows.updated(event);
            limit();
        }
    }

    private void deleted(DeleteRowsEventData event) throws LostTrackException {
        TableRows<?> rows = rowsByTableId.get(event.getTableId());
        if (rows != null) {
            rows.deleted(event);
            limit();
        }
    }

    private void limit() throws LostTrackException {
        if (followed.stream().mapToInt(TableRows::size).sum() > maxChanges) {
            throw new LostTrackException("transaction " + id + " changes more than " + maxChanges + " rows");
        }
    }

    private Optional<Transaction> statement(QueryEventData event) throws LostTrackException {
        var statement = new LoggedStatement(event.getDatabase(), event.getSql());
        switch (statement.kind()) {
            case BEGIN -> framed = true;
            case NOTHING -> {
                // marks a place within the transaction
            }
            case COMMIT -> {
                return Optional.of(end());
            }
            case ROLLBACK -> {
                discard();
                return Optional.of(end());
            }
            case OTHER -> {
                if (statement.mayChangeTables()) {
                    throw new LostTrackException("transaction " + id + " changes more than rows: "
                            + abridged(event.getSql()));
                }
                return framed ? Optional.empty() : Optional.of(end());
            }
        }
        return Optional.empty();
    }

    private static String abridged(String sql) {
        String line = sql.strip().replaceAll("\\s+", " ");
        return line.length() <= 80 ? line : line.substring(0, 80) + "…";
    }

    private Transaction end() {
        var transaction = new Transaction(id,
                followed.stream().collect(Collectors.toMap(TableRows::table, TableRows::take)));
        id = GtidSet.EMPTY;
        framed = false;
        return transaction;
    }

    private void discard() {
        followed.forEach(TableRows::take);
    }
}

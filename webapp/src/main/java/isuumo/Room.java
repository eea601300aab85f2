package isuumo;

import isuumo.catalog.Footprint;
import isuumo.catalog.UploadLimits;
import isuumo.table.Table;
import java.util.function.Consumer;

/** Whether the rows that are being read fit into memory, found out before they are there. Confined to one thread. */
final class Room {
    private final UploadLimits limits;
    private long bytes;

    Room(UploadLimits limits) {
        this.limits = limits;
    }

    /** @throws OverfullException when there is no room for so many */
    void requireRows(long rows) {
        if (rows > limits.rows()) {
            throw new OverfullException(rows, "rows", limits.rows());
        }
    }

    /**
     * Rows that are in memory already.
     *
     * @throws OverfullException when there is no room for these beside those of before
     */
    void take(Footprint rows) {
        take(rows.bytes());
    }

    /** Hands on rows; throws {@link OverfullException} instead of the first one for which there is no room. */
    <R> Consumer<R> of(Table<R> table, Consumer<R> to) {
        return row -> {
            take(Footprint.bytes(table, row));
            to.accept(row);
        };
    }

    private void take(long more) {
        bytes += more;
        if (bytes > limits.bytes()) {
            throw new OverfullException(bytes, "bytes of rows at least", limits.bytes());
        }
    }
}

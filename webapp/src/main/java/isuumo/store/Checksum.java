package isuumo.store;

import isuumo.table.ChairRow;
import isuumo.table.Column;
import isuumo.table.EstateRow;
import isuumo.table.Table;
import java.util.stream.Collectors;

/**
 * SQL of a table's content as one text: row count, sum and exclusive or of each row's CRC-32, whatever the rows' order.
 *
 * <p>To print a double takes a database longer than all else of a row. Where it is between 1 and 1024, as places on a map are
 * but for some at sea, it is an exact integer times 2<sup>-52</sup>, which is printed instead.
 */
final class Checksum {
    static final String OF_CHAIRS = ofAll(ChairRow.TABLE);
    static final String OF_ESTATES = ofAll(EstateRow.TABLE);
    /** Of those chairs that were there initially, with the stock that they had. */
    static final String OF_INITIAL_CHAIRS = ofInitial(ChairRow.TABLE);
    static final String OF_INITIAL_ESTATES = ofInitial(EstateRow.TABLE);

    private Checksum() {}

    private static String ofAll(Table<?> table) {
        return sql(columns(table, "content"), " FROM isuumo." + table.name() + " AS content");
    }

    private static String ofInitial(Table<?> table) {
        return sql(columns(table, "initial"), InitialJoin.fromBoth(table));
    }

    private static String sql(String columns, String from) {
        return "SELECT CONCAT_WS('-', COUNT(*), SUM(crc), BIT_XOR(crc)) FROM (SELECT CRC32(CONCAT_WS('\\n', " + columns
                + ")) AS crc" + from + ") AS crcs";
    }

    /** @param ofStock where the stock stands */
    private static String columns(Table<?> table, String ofStock) {
        return table.columns().stream().map(column -> switch (column) {
            case Column.Whole<?> whole when whole.isStock() -> ofStock + "." + whole.name();
            case Column.Real<?> real -> exact("content." + real.name());
            default -> "content." + column.name();
        }).collect(Collectors.joining(", "));
    }

    private static String exact(String column) {
        return "IF(ABS(%1$s) BETWEEN 1 AND 1024, CAST(CAST(%1$s * 4503599627370496 AS SIGNED) AS CHAR), %1$s)"
                .formatted(column);
    }
}

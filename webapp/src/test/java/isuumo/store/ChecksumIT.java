package isuumo.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import isuumo.table.ChairRow;
import isuumo.table.EstateRow;
import isuumo.testing.Account;
import isuumo.testing.Integration;
import isuumo.testing.Rows;
import isuumo.testing.TestDatabase;
import isuumo.testing.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No column changes unnoticed, however little, and no other row hides the initial ones. */
@ExtendWith(Integration.class)
class ChecksumIT {
    private static final int ID = 1_234_567;

    private final TestDatabase database;

    ChecksumIT(TestServer server, TestDatabase database) {
        server.initialize();
        this.database = database;
    }

    @Test
    void everyColumnMatters() throws Exception {
        Account account = database.account();
        try (Database tables = new Database(account.server(1), account.server(1), false)) {
            new RowStore<>(tables, EstateRow.TABLE).insert(List.of(Rows.estate(ID)));
            new RowStore<>(tables, ChairRow.TABLE).insert(List.of(Rows.chair(ID)));
        }
        List<String> texts = List.of("name = 'x'", "description = 'あ\\n😀'", "thumbnail = '/x.png'", "features = 'x'");
        for (String column : List.of("latitude = latitude + 1e-13", "longitude = -139.123456789", "latitude = 1024",
                "latitude = 1", "latitude = 1 + 3e-16", "latitude = 0.1", "latitude = 0.1 + 2e-17", "latitude = 5000",
                "latitude = 5001", "address = 'x'", "rent = 1", "door_height = 1", "door_width = 1",
                "popularity = 1")) {
            assertChanges(Checksum.OF_ESTATES, "estate", column);
        }
        for (String column : List.of("price = 1", "height = 1", "width = 1", "depth = 1", "color = 'x'", "kind = 'x'",
                "popularity = 1", "stock = 77")) {
            assertChanges(Checksum.OF_CHAIRS, "chair", column);
        }
        for (String column : texts) {
            assertChanges(Checksum.OF_ESTATES, "estate", column);
            assertChanges(Checksum.OF_CHAIRS, "chair", column);
        }
    }

    private void assertChanges(String checksum, String table, String column) throws SQLException {
        String before = single(checksum);
        execute("UPDATE isuumo." + table + " SET " + column + " WHERE id = " + ID);
        assertNotEquals(before, single(checksum), table + ": " + column);
    }

    @Test
    void theInitialRowsAreFoundAmongOthersWhateverTheirStock() throws Exception {
        String chairs = single(Checksum.OF_CHAIRS);
        String estates = single(Checksum.OF_ESTATES);
        execute("UPDATE isuumo.chair SET stock = stock + 1 WHERE id % 3 = 0");
        execute("INSERT INTO isuumo.estate SELECT " + ID
                + ", name, description, thumbnail, address, latitude, longitude, "
                + "rent, door_height, door_width, features, popularity FROM isuumo.estate WHERE id = 1");
        assertNotEquals(chairs, single(Checksum.OF_CHAIRS));
        assertNotEquals(estates, single(Checksum.OF_ESTATES));
        assertEquals(chairs, single(Checksum.OF_INITIAL_CHAIRS));
        assertEquals(estates, single(Checksum.OF_INITIAL_ESTATES));
        execute("UPDATE isuumo.chair SET depth = depth + 1 WHERE id = 3");
        assertNotEquals(chairs, single(Checksum.OF_INITIAL_CHAIRS));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String single(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}

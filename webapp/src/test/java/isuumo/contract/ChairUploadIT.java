package isuumo.contract;

import isuumo.testing.Expected;
import isuumo.testing.Integration;
import isuumo.testing.Rows;
import isuumo.testing.TestDatabase;
import isuumo.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** POST /api/chair. */
@ExtendWith(Integration.class)
class ChairUploadIT extends UploadContract {
    private static final int STOCK_COLUMN = 12;

    ChairUploadIT(TestServer server, TestDatabase database) {
        super(server.http(), database, "chair");
    }

    @Override
    List<String> fields(int id) {
        return List.of(Integer.toString(id), "a name", "a description", "/images/chair/x.png", "1001", "102", "103",
                "104", "a colour", "a feature,another", "a kind", "99", "5");
    }

    @Override
    String expectedJson(int id, String name, String description) {
        return "{\"id\":" + id + ",\"name\":\"a name\",\"description\":"
                + Expected.chair(Rows.described(Rows.chair(id), name, description))
                        .replaceFirst("(?s).*\"description\":(.*),\"thumbnail\".*", "$1")
                + ",\"thumbnail\":\"/images/chair/x.png\",\"price\":1001,\"height\":102,\"width\":103,\"depth\":104,"
                + "\"color\":\"a colour\",\"features\":\"a feature,another\",\"kind\":\"a kind\"}";
    }

    @Override
    List<Integer> integerColumns() {
        return List.of(0, 4, 5, 6, 7, 11, 12);
    }

    @Override
    List<TextColumn> textColumns() {
        return List.of(new TextColumn(1, 64), new TextColumn(2, 4096), new TextColumn(3, 128), new TextColumn(8, 64),
                new TextColumn(9, 64), new TextColumn(10, 64));
    }

    @Test
    void aNegativeStockIs400() {
        refused(400, with(2_000_003, STOCK_COLUMN, "-1"));
    }
}

package isuumo.contract;

import isuumo.testing.Expected;
import isuumo.testing.Integration;
import isuumo.testing.Rows;
import isuumo.testing.TestDatabase;
import isuumo.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** POST /api/estate. */
@ExtendWith(Integration.class)
class EstateUploadIT extends UploadContract {
    private static final int LATITUDE_COLUMN = 5;
    private static final int LONGITUDE_COLUMN = 6;

    EstateUploadIT(TestServer server, TestDatabase database) {
        super(server.http(), database, "estate");
    }

    @Override
    List<String> fields(int id) {
        return List.of(Integer.toString(id), "a name", "a description", "/images/estate/x.png", "an address",
                "35.25", "-139.5", "50001", "102", "103", "a feature,another", "99");
    }

    @Override
    String expectedJson(int id, String name, String description) {
        return "{\"id\":" + id + ",\"thumbnail\":\"/images/estate/x.png\",\"name\":\"a name\",\"description\":"
                + Expected.estate(Rows.described(Rows.estate(id), name, description))
                        .replaceFirst("(?s).*\"description\":(.*),\"latitude\".*", "$1")
                + ",\"latitude\":35.25,\"longitude\":-139.5,\"address\":\"an address\",\"rent\":50001,"
                + "\"doorHeight\":102,\"doorWidth\":103,\"features\":\"a feature,another\"}";
    }

    @Override
    List<Integer> integerColumns() {
        return List.of(0, 7, 8, 9, 11);
    }

    @Override
    List<TextColumn> textColumns() {
        return List.of(new TextColumn(1, 64), new TextColumn(2, 4096), new TextColumn(3, 128), new TextColumn(4, 128),
                new TextColumn(10, 64));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "NaN", "Infinity", "-Infinity", "1e999", " 35", "35 ", "35d", "35.5f", "３５",
            "35,5", "0x1p5", "1_0"})
    void aCoordinateThatIsNoDecimalNumberIs400(String value) {
        refused(400, with(2_000_003, LATITUDE_COLUMN, value));
        refused(400, with(2_000_003, LONGITUDE_COLUMN, value));
    }

    @Test
    void aPlaceThatIsNotOnEarthIs400() {
        for (String latitude : List.of("90.000001", "-90.000001", "1e300")) {
            refused(400, with(2_000_003, LATITUDE_COLUMN, latitude));
        }
        for (String longitude : List.of("180.000001", "-180.000001", "-1e300")) {
            refused(400, with(2_000_003, LONGITUDE_COLUMN, longitude));
        }
        upload(with(3_001_010, LATITUDE_COLUMN, "-90") + with(3_001_011, LATITUDE_COLUMN, "90")
                + with(3_001_012, LONGITUDE_COLUMN, "-180") + with(3_001_013, LONGITUDE_COLUMN, "180"))
                .expectEmpty(201);
    }
}

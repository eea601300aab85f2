package isuumo.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.http.ApiError;
import isuumo.outcome.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UploadDoorTest {
    private static final Duration IMPATIENT = Duration.ofMillis(1);

    private static Footprint rows(int rows) {
        return new Footprint(rows, rows, 0);
    }

    @Test
    void rowsThatOthersAreStoringTakeRoomToo() {
        UploadDoor door = new UploadDoor(new UploadLimits(100, 100, 2), IMPATIENT);
        door.count(() -> rows(60));
        door.count(() -> rows(30));
        try (UploadDoor.Visit first = door.enter(1); UploadDoor.Visit second = door.enter(1)) {
            first.bring(rows(10));
            ApiError refused = assertThrows(ApiError.class, () -> second.bring(rows(1)));
            assertEquals(507, refused.status().code());
        }
        try (UploadDoor.Visit later = door.enter(1)) { // the first has failed: nothing of it is shown
            later.bring(rows(10));
        }
    }

    @Test
    void filesThatAreReadAtOnceHaveEightMebibytesTogether() {
        UploadDoor door = new UploadDoor(new UploadLimits(100, 100, 4), IMPATIENT);
        try (UploadDoor.Visit _ = door.enter(200_000); UploadDoor.Visit _ = door.enter(200_000)) {
            Outcome.Busy refused = assertThrows(Outcome.Busy.class, () -> door.enter(8 << 20));
            assertEquals(
                    "uploads of 8388608 bytes in all are under way, as many as are read at once, and this one has 8388608",
                    refused.getMessage());
            door.enter(200_000).close();
        }
        door.enter(8 << 20).close();
        try (UploadDoor.Visit _ = door.enter(8 << 20)) {
            assertThrows(Outcome.Busy.class, () -> door.enter(200_000));
        }
    }

    @Test
    void bytesAndWordsTakeRoomAsRowsDo() {
        UploadDoor door = new UploadDoor(new UploadLimits(100, 100, 2), IMPATIENT);
        door.count(() -> new Footprint(10, 100_000, 9_000));
        try (UploadDoor.Visit visit = door.enter(1)) {
            String said = assertThrows(ApiError.class, () -> visit.bring(new Footprint(1, 50_001, 0))).getMessage();
            assertTrue(said.startsWith("There are 100000 bytes of rows, and room for 150000, so these 50001"), said);
            said = assertThrows(ApiError.class, () -> visit.bring(new Footprint(1, 1, 1_001))).getMessage();
            assertTrue(said.startsWith("There are 9000 features, colors and kinds, and room for 10000"), said);
            visit.bring(new Footprint(90, 50_000, 1_000));
        }
    }

    @Test
    void whoseTurnDoesNotComeIsRefused() {
        UploadDoor door = new UploadDoor(new UploadLimits(100, 100, 1), IMPATIENT);
        try (UploadDoor.Visit _ = door.enter(1)) {
            assertThrows(Outcome.Busy.class, () -> door.enter(1));
        }
        door.enter(1).close();
        door.enter(1).close();
    }
}

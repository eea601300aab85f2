package isuumo.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
    void whoseTurnDoesNotComeIsNotBegun() {
        UploadDoor door = new UploadDoor(new UploadLimits(100, 100, 1), IMPATIENT);
        try (UploadDoor.Visit _ = door.enter(1)) {
            assertThrows(Outcome.NotBegun.class, () -> door.enter(1));
        }
        door.enter(1).close();
        door.enter(1).close();
    }
}

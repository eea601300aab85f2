package isuumo.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import isuumo.http.ApiError;
import isuumo.outcome.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UploadDoorTest {
    private static final Duration IMPATIENT = Duration.ofMillis(1);

    @Test
    void rowsThatOthersAreStoringTakeRoomToo() {
        UploadDoor door = new UploadDoor(new UploadLimits(100, 100, 2), IMPATIENT);
        door.count(() -> 60);
        door.count(() -> 30);
        try (UploadDoor.Visit first = door.enter(); UploadDoor.Visit second = door.enter()) {
            first.bring(10);
            ApiError refused = assertThrows(ApiError.class, () -> second.bring(1));
            assertEquals(507, refused.status().code());
        }
        try (UploadDoor.Visit later = door.enter()) { // the first has failed: nothing of it is shown
            later.bring(10);
        }
    }

    @Test
    void whoseTurnDoesNotComeIsRefused() {
        UploadDoor door = new UploadDoor(new UploadLimits(100, 100, 1), IMPATIENT);
        try (UploadDoor.Visit _ = door.enter()) {
            assertThrows(Outcome.Busy.class, door::enter);
        }
        door.enter().close();
        door.enter().close();
    }
}

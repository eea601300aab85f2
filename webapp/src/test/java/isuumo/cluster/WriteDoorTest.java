package isuumo.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WriteDoorTest {
    private static final long LONG = TimeUnit.MINUTES.toNanos(1);

    private final WriteDoor door = new WriteDoor();

    @Test
    void nobodyEntersAClosedDoor() throws Exception {
        assertTrue(door.enter());
        door.leave();
        assertTrue(door.close(0));
        assertFalse(door.enter());
        assertEquals(0, door.inside());
    }

    @Test
    void whoIsInsideIsWaitedForSoLong() throws Exception {
        assertTrue(door.enter() && door.enter());
        door.leave();
        assertFalse(door.close(1));
        assertEquals(1, door.inside());
    }

    @Test
    void theLastToLeaveEndsTheWait() {
        assertTrue(door.enter() && door.enter());
        CompletableFuture<Boolean> closed = CompletableFuture.supplyAsync(this::close);
        while (door.enter()) {
            door.leave(); // until it closes
        }
        door.leave();
        assertFalse(closed.isDone());
        door.leave();
        assertTrue(closed.join());
    }

    private boolean close() {
        try {
            return door.close(LONG);
        } catch (InterruptedException e) {
            throw new CompletionException(e);
        }
    }
}

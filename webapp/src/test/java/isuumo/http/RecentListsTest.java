package isuumo.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.gzip.Part;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecentListsTest {
    private final Part[] chairs = IntStream.range(0, 50).mapToObj(id -> new Part(ascii("{\"id\":" + id + "}")))
            .toArray(Part[]::new);

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** What stands for the compressed list: the head and the items' texts. */
    private static byte[] made(byte[] head, Part[] items) {
        StringBuilder text = new StringBuilder(new String(head, StandardCharsets.US_ASCII));
        Stream.of(items).forEach(item -> text.append(new String(item.text(), StandardCharsets.US_ASCII)));
        return ascii(text.toString());
    }

    private static byte[] ask(RecentLists recent, byte[] head, Part... items) {
        return recent.gzip(head, items, () -> made(head, items));
    }

    @Test
    void aListIsKeptFromTheSecondTimeRunning() {
        RecentLists recent = new RecentLists(1, Long.MAX_VALUE);
        byte[] first = ask(recent, ascii("2"), chairs[0], chairs[1]);
        byte[] second = ask(recent, ascii("2"), chairs[0], chairs[1]);
        assertNotSame(first, second);
        assertSame(second, ask(recent, ascii("2"), chairs[0], chairs[1]));
        ask(recent, ascii("9"), chairs[3]);
        assertSame(second, ask(recent, ascii("2"), chairs[0], chairs[1]), "one that comes once displaces nobody");
        ask(recent, ascii("9"), chairs[3]);
        ask(recent, ascii("9"), chairs[3]);
        assertNotSame(second, ask(recent, ascii("2"), chairs[0], chairs[1]));
    }

    @Test
    void anotherCountOtherItemsOrAnotherOrderIsAnotherList() {
        RecentLists recent = new RecentLists(1, Long.MAX_VALUE);
        Part twin = new Part(chairs[0].text());
        List<Part[]> lists = List.of(new Part[]{chairs[0], chairs[1]}, new Part[]{chairs[1], chairs[0]},
                new Part[]{chairs[0]}, new Part[]{}, new Part[]{twin, chairs[1]});
        for (Part[] kept : lists) {
            byte[] head = ascii("10,");
            ask(recent, head, kept);
            byte[] answer = ask(recent, head, kept);
            for (Part[] other : lists) {
                if (other != kept) {
                    assertNotSame(answer, recent.gzip(head, other, () -> made(head, other)));
                }
            }
            assertArrayEquals(made(ascii("11,"), kept), ask(recent, ascii("11,"), kept));
        }
    }

    /** 1000 rows, twice in a row, of any page of any search: each answer has 100 KB and more. */
    @Test
    void allTogetherTakeNoMoreThanTheyMay() {
        int most = 100_000;
        RecentLists recent = new RecentLists(64, most);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 2_000; i++) {
            byte[] head = ascii(Integer.toString(i));
            byte[] compressed = new byte[random.nextInt(20_000)];
            for (int times = 0; times < 3; times++) {
                recent.gzip(head, chairs, () -> compressed);
            }
            assertTrue(recent.bytes() <= most, () -> recent.bytes() + " bytes");
        }
        assertTrue(recent.bytes() > most / 2, () -> recent.bytes() + " bytes");
        recent.clear();
        assertEquals(0, recent.bytes());
    }

    @Test
    void whatIsForgottenIsMadeAgain() {
        RecentLists recent = new RecentLists(1, Long.MAX_VALUE);
        ask(recent, ascii("2"), chairs[0]);
        byte[] kept = ask(recent, ascii("2"), chairs[0]);
        recent.clear();
        assertNotSame(kept, ask(recent, ascii("2"), chairs[0]));
    }

    @Test
    void threadsThatShareFewPlacesGetWhatTheyAskedFor() throws Exception {
        RecentLists recent = new RecentLists(3, Long.MAX_VALUE);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            Callable<Integer> asking = () -> {
                SplittableRandom random = new SplittableRandom(Thread.currentThread().threadId());
                int right = 0;
                for (int n = 0; n < 50_000; n++) {
                    byte[] head = ascii(Integer.toString(random.nextInt(3)));
                    Part[] items = {chairs[random.nextInt(3)], chairs[random.nextInt(3)]};
                    assertArrayEquals(made(head, items), ask(recent, head, items));
                    right++;
                }
                return right;
            };
            for (Future<Integer> one : threads.invokeAll(List.of(asking, asking, asking, asking))) {
                assertEquals(50_000, one.get());
            }
        }
    }
}

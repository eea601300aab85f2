package isuumo.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import isuumo.catalog.Published;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MergerTest {
    private final Published<Segments<Numbered, Object>> published = new Published<>();
    /** Merges that have been started, and are made when a test wants them. */
    private final ArrayDeque<Runnable> started = new ArrayDeque<>();

    private Merger<Numbered, Object> merger(Executor executor) {
        return new Merger<>(executor, published::get, merge -> published.update(current -> current.merged(merge)));
    }

    private void upload(int from, int to) {
        published.update(current -> Numbered.with(current, from, to));
    }

    private List<Integer> sizes() {
        return published.get().segments().stream().map(Segment::size).toList();
    }

    @Test
    void aMergeIsMadeWhenItIsDueAndThenTheNext() {
        Merger<Numbered, Object> merger = merger(Runnable::run);
        published.set(Numbered.segments(0, 10_000));
        for (int from = 10_000; from < 20_000; from += 100) {
            upload(from, from + 100);
            merger.wake();
            assertTrue(sizes().size() <= 5, () -> sizes().toString());
        }
        assertEquals(20_000, published.get().size());
    }

    @Test
    void smallSegmentsAreMergedWhileALargeOneIs() {
        Merger<Numbered, Object> merger = merger(started::add);
        published.set(Numbered.segments(0, 10_000));
        upload(10_000, 16_000);
        merger.wake();
        Runnable large = started.remove();
        upload(16_000, 16_100);
        merger.wake();
        assertTrue(started.isEmpty());
        upload(16_100, 16_200);
        merger.wake();
        started.remove().run();
        assertEquals(List.of(10_000, 6_000, 200), sizes());
        large.run();
        assertEquals(List.of(16_000, 200), sizes());
        assertTrue(started.isEmpty());
    }

    @Test
    void aMergeOfACatalogThatWasReplacedComesToNothing() {
        Merger<Numbered, Object> merger = merger(started::add);
        published.set(Numbered.segments(0, 10));
        upload(10, 20);
        merger.wake();
        Segments<Numbered, Object> replaced = Numbered.segments(0, 10);
        published.set(replaced);
        started.remove().run();
        assertSame(replaced, published.get());
        assertTrue(started.isEmpty());
    }

    @Test
    void aSaleAndADeletionDuringAMergeAreKept() {
        Merger<Numbered, Object> merger = merger(started::add);
        published.set(Numbered.segments(0, 10));
        upload(10, 20);
        merger.wake();
        published.update(current -> current.after(Set.of(3), Prepared.none(), Map.of(4, false, 15, false)));
        started.remove().run();
        assertEquals(List.of(19), sizes());
        assertNull(published.get().item(3));
        assertEquals(List.of(false, false, true), List.of(published.get().shows(4), published.get().shows(15),
                published.get().shows(5)));
    }

    @Test
    void aSegmentThatIsMostlyDeadIsMadeAnew() {
        Merger<Numbered, Object> merger = merger(Runnable::run);
        published.set(Numbered.segments(0, 1_000));
        Numbered.range(0, 600).forEach(item -> published.update(
                current -> current.after(Set.of(item.id()), Prepared.none(), Map.of())));
        merger.wake();
        assertEquals(400, published.get().segments().getFirst().items().size());
    }

    @Test
    void thereIsNothingToDoBeforeTheFirstCatalog() {
        merger(started::add).wake();
        assertTrue(started.isEmpty());
    }

    /** Two threads merge while others upload, sell and look; nothing is ever missing. */
    @Test
    void writersAndReadersNoticeNothing() throws Exception {
        published.set(Numbered.segments(0, 2_000));
        try (ExecutorService merging = Executors.newFixedThreadPool(2);
                ExecutorService selling = Executors.newSingleThreadExecutor()) {
            Merger<Numbered, Object> merger = merger(merging);
            var sales = selling.submit(() -> {
                for (int id = 0; id < 2_000; id++) {
                    Map<Integer, Boolean> sold = Map.of(id, false);
                    published.update(current -> current.after(Set.of(), Prepared.none(), sold));
                    assertTrue(published.get().item(id) != null && !published.get().shows(id));
                }
            });
            for (int from = 2_000; from < 12_000; from += 20) {
                upload(from, from + 20);
                merger.wake();
                assertEquals(from + 20, published.get().size());
            }
            sales.get(60, TimeUnit.SECONDS);
        }
        Segments<Numbered, Object> last = published.get();
        assertEquals(List.of(),
                Numbered.range(0, 12_000).stream().filter(item -> last.shows(item.id()) == item.id() < 2_000)
                        .toList());
    }
}

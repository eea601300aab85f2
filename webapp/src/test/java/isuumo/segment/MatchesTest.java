package isuumo.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import isuumo.index.DenseRows;
import isuumo.index.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchesTest {
    /** Alike in size; one much larger than the others, as after many small uploads; many. */
    @ParameterizedTest
    @CsvSource({"1,2,1", "2,3,1", "3,3,20", "4,8,5", "5,10,1"})
    void pagesAreThoseOfOneSortedList(long seed, int segments, int timesAsLarge) {
        Random random = new Random(seed);
        List<Matches<Numbered>> matches = new ArrayList<>();
        List<Numbered> expected = new ArrayList<>();
        for (int i = 0; i < segments; i++) {
            int first = i;
            List<Numbered> items = IntStream.range(0, random.nextInt(1_500) * (i == 0 ? timesAsLarge : 1) + 1)
                    .mapToObj(n -> new Numbered(n * segments + first, random.nextInt(300))).sorted(Item.RANK).toList();
            DenseRows found = DenseRows.where(items.size(), row -> row == 0 || random.nextInt(3) > 0);
            matches.add(new Matches<>(items, Selection.of(items.size(), List.of(found))));
            IntStream.range(0, items.size()).filter(found::contains).mapToObj(items::get).forEach(expected::add);
        }
        expected.sort(Item.RANK);
        for (int skip = 0; skip < expected.size(); skip += 1 + random.nextInt(200)) {
            int take = Math.min(1 + random.nextInt(40), expected.size() - skip);
            assertEquals(expected.subList(skip, skip + take), Matches.page(matches, skip, take));
        }
    }
}

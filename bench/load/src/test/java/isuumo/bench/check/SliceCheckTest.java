package isuumo.bench.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import isuumo.bench.check.SliceCheck.Count;
import isuumo.bench.fault.SmallData;
import isuumo.bench.truth.EstateEntry;
import isuumo.bench.truth.Truth;
import isuumo.bench.wire.Listing;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rows 0 to 9 in order; 3 and 7 are uncertain: they may be listed or not. */
final class SliceCheckTest {
    private static final List<EstateEntry> ROWS = new Truth(SmallData.of(3)).estatesByPopularity().subList(0, 10);
    private static final Set<Integer> UNCERTAIN = Set.of(3, 7);

    private static String check(long count, int page, int perPage, Integer... rows) {
        SliceCheck<EstateEntry> check = new SliceCheck<>(ROWS, _ -> true,
                e -> !UNCERTAIN.contains(ROWS.indexOf(e)), Count.ALL_MATCHES);
        List<EstateEntry> listed = List.of(rows).stream().map(ROWS::get).toList();
        return check.check(new Listing<>(count, listed, null, null), page, perPage).map(Finding::what).orElse("right");
    }

    @Test
    void everyListThatACorrectServerCanGiveIsRight() {
        for (int stateOfTheUncertain = 0; stateOfTheUncertain < 4; stateOfTheUncertain++) {
            int state = stateOfTheUncertain;
            List<Integer> all = IntStream.range(0, 10).filter(i -> (i != 3 || (state & 1) == 0)
                    && (i != 7 || (state & 2) == 0)).boxed().toList();
            for (int perPage = 1; perPage < 12; perPage++) {
                for (int page = 0; page * perPage < 12; page++) {
                    Integer[] slice = all.stream().skip((long) page * perPage).limit(perPage).toArray(Integer[]::new);
                    assertEquals("right", check(all.size(), page, perPage, slice));
                }
            }
        }
    }

    @Test
    void everythingElseIsWrong() {
        assertEquals("a wrong slice of the matching rows", check(10, 0, 4, 0, 1, 3, 4), "row 2 left out");
        assertEquals("a wrong slice of the matching rows", check(10, 0, 4, 1, 2, 3, 4), "row 0 left out");
        assertEquals("a wrong slice of the matching rows", check(10, 1, 4, 2, 3, 4, 5), "page begins too early");
        assertEquals("rows out of order", check(10, 0, 4, 0, 1, 2, 1));
        assertEquals("rows out of order", check(10, 0, 4, 0, 1, 1, 2), "a row twice");
        assertEquals("a wrong number of rows", check(10, 0, 4, 0, 1, 2));
        assertEquals("a wrong count", check(11, 0, 4, 0, 1, 2, 3));
        assertEquals("a wrong count", check(7, 0, 4, 0, 1, 2, 3));
        assertEquals("right", check(8, 0, 4, 0, 1, 2, 4));
    }
}

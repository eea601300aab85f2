package isuumo.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RankOrderTest {
    private record Item(int id, int popularity) {}

    @Test
    void popularityDescendsAndTiesAscendById() {
        List<Integer> ids = Stream.of(new Item(3, 5), new Item(1, 5), new Item(2, 9), new Item(4, Integer.MIN_VALUE),
                new Item(5, Integer.MAX_VALUE))
                .sorted(RankOrder.by(Item::popularity, Item::id)).map(Item::id).toList();
        assertEquals(List.of(5, 2, 1, 3, 4), ids);
    }
}
